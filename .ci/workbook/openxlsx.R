# Holds that openxlsx reads a release's workbook with the right types and loses nothing: openxlsx.R DIR EXPECTED.
# EXPECTED is what expected.py wrote of DIR.
library(openxlsx)
args <- commandArgs(trailingOnly = TRUE)
workbook <- list.files(args[1], "-workbook[.]xlsx$", full.names = TRUE)
lines <- strsplit(readLines(args[2], encoding = "UTF-8"), "\t", fixed = TRUE)
# strsplit drops an empty last field.
lines <- lapply(lines, function(line) c(line, rep("", 5 - length(line))))
lines <- as.data.frame(do.call(rbind, lines))
lines[] <- lapply(lines, function(field) {
  field <- gsub("\\\\", "\001", field, fixed = TRUE)
  for (sign in names(signs <- c("\\t" = "\t", "\\n" = "\n", "\\r" = "\r"))) field <- gsub(sign, signs[[sign]], field, fixed = TRUE)
  gsub("\001", "\\", field, fixed = TRUE)
})
of <- function(kind) lines[lines$V1 == kind, ]

same <- function(got, want, at) {
  if (length(got) != length(want) || !all(got == want)) {
    stop(at, ": ", paste(head(paste(got, "for", want)[got != want]), collapse = "; "), call. = FALSE)
  }
}

got <- read.xlsx(workbook, sheet = "data", detectDates = TRUE, skipEmptyRows = FALSE, skipEmptyCols = FALSE, sep.names = " ")
data <- of("data")
stopifnot(identical(names(got), data$V3[data$V2 == "1"]), nrow(got) == max(as.integer(data$V2)))
for (column in names(got)) {
  want <- data[data$V3 == column, ]
  blank <- want$V4 == "blank"
  kind <- setdiff(want$V4, "blank")
  if (!identical(is.na(got[[column]]), blank)) stop("data, ", column, ": blanks differ")
  if (length(kind) == 0) next
  right <- switch(kind, number = is.numeric, truth = is.logical, text = is.character)
  if (!right(got[[column]])) stop("data, ", column, ": ", class(got[[column]]), ", want ", kind)
  value <- switch(kind, number = as.numeric(want$V5), truth = want$V5 == "true", text = want$V5)
  same(got[[column]][!blank], value[!blank], paste("data,", column))
}

# The tables of every sheet, by their ranges: the first row is the header.
letters <- function(cell) gsub("[0-9]", "", cell)
row <- function(cell) as.integer(gsub("[A-Z]", "", cell))
cells <- rbind(of("date"), of("number"), of("formula"))
cells$column <- convertFromExcelRef(letters(cells$V3))
cells$row <- row(cells$V3)
days <- 0
for (i in which(lines$V1 == "table")) {
  corner <- strsplit(lines$V4[i], ":", fixed = TRUE)[[1]]
  first <- convertFromExcelRef(letters(corner[1]))
  table <- read.xlsx(
    workbook, sheet = lines$V3[i], rows = seq(row(corner[1]), row(corner[2])), cols = seq(first, convertFromExcelRef(letters(corner[2]))),
    detectDates = TRUE, skipEmptyRows = FALSE, skipEmptyCols = FALSE, sep.names = " "
  )
  if (nrow(table) != row(corner[2]) - row(corner[1])) stop(lines$V2[i], ": ", nrow(table), " rows")
  inside <- cells[cells$V2 == lines$V3[i] & cells$row > row(corner[1]) & cells$row <= row(corner[2]), ]
  for (column in unique(inside$column)) {
    at <- paste0(lines$V3[i], ", column ", column)
    found <- table[[column - first + 1]]
    want <- inside[inside$column == column, ]
    found <- found[want$row - row(corner[1])]
    date <- want$V1 == "date"
    if (any(date) && !inherits(found, "Date")) stop(at, ": ", class(found), ", want Date")
    same(format(found[date]), want$V4[date], at)
    number <- want$V1 == "number" | want$V1 == "formula" & want$V4 == "n"
    value <- ifelse(want$V1 == "number", want$V4, want$V5)
    if (any(number) && !is.numeric(found)) stop(at, ": ", class(found), ", want numbers")
    same(found[number], as.numeric(value[number]), at)
    text <- want$V1 == "formula" & want$V4 == "str" & want$V5 != ""
    same(as.character(found[text]), want$V5[text], at)
    days <- days + sum(date)
  }
}
cat(basename(workbook), ":", nrow(got), "rows,", days, "days by openxlsx", as.character(packageVersion("openxlsx")), "\n")
