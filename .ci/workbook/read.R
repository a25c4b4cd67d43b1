# Holds that readxl reads a release's workbook with the right types and loses nothing: read.R DIR
library(readxl)
folder <- commandArgs(trailingOnly = TRUE)[1]
workbook <- list.files(folder, "-workbook[.]xlsx$", full.names = TRUE)
want <- read.csv(sub("-workbook[.]xlsx$", "-data.csv", workbook), colClasses = "character", na.strings = "", check.names = FALSE, fileEncoding = "UTF-8-BOM")
want <- want[want$derived == "false", ] # the rest is in the file alone
got <- read_excel(workbook, sheet = "data", guess_max = 100000)
numbers <- c("obs_value", "unit_mult", "decimals", "release", "out_of", "tolerance", "tolerance_mult", "upper_bound")
stopifnot(
  identical(names(got), names(want)), nrow(got) == nrow(want),
  vapply(got[numbers], function(column) is.numeric(column) || all(is.na(column)), logical(1)),
  is.character(got$fact_id), is.character(got$time_period)
)
for (column in names(want)) {
  same <- if (column %in% numbers) {
    as.numeric(want[[column]]) == got[[column]]
  } else {
    want[[column]] == if (is.logical(got[[column]])) tolower(got[[column]]) else as.character(got[[column]])
  }
  missing <- is.na(want[[column]])
  stopifnot(identical(missing, is.na(got[[column]])), all(same[!missing]))
}
# The human sheets: numbers and days below their header, whose row differs from sheet to sheet.
sheets <- excel_sheets(workbook)
sheet <- sheets[grepl("Milestones|大事记|大事記", sheets)]
if (length(sheet) == 1) { # a sheet without entries is omitted
  for (skip in 0:12) {
    table <- suppressMessages(read_excel(workbook, sheet = sheet, skip = skip))
    days <- grep("^Date$|^日期", names(table))
    if (length(days) == 1) break
  }
  stopifnot(inherits(table[[days]], "POSIXct"))
}
cat(basename(workbook), ":", nrow(got), "rows by readxl", as.character(packageVersion("readxl")), "\n")
