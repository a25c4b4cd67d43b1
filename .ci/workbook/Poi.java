// Holds that Apache POI reads workbooks with the right types, loses nothing, and calculates formulas to their stored
// values: Poi.java DIR EXPECTED [DIR EXPECTED]... EXPECTED is what expected.py wrote of DIR.
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.Version;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

class Poi {
	private final XSSFWorkbook book;
	private final FormulaEvaluator evaluator;
	private final DataFormatter formatter = new DataFormatter(Locale.US);
	private final Map<String, Integer> columns = new HashMap<>(); // of the table data, by name
	private final Map<String, Integer> counts = new HashMap<>(); // of lines, by kind
	private final List<String> faults = new ArrayList<>();
	private XSSFTable data;

	private Poi(XSSFWorkbook book) {
		this.book = book;
		evaluator = book.getCreationHelper().createFormulaEvaluator();
	}

	public static void main(String[] args) throws Exception {
		boolean bad = false;
		for (int i = 0; i < args.length; i += 2) {
			File file = new File(args[i]).listFiles((folder, name) -> name.endsWith("-workbook.xlsx"))[0];
			try (XSSFWorkbook book = new XSSFWorkbook(OPCPackage.open(file, PackageAccess.READ))) {
				Poi reader = new Poi(book);
				reader.read(Files.readAllLines(Path.of(args[i + 1])));
				reader.faults.stream().limit(40).forEach(System.err::println);
				System.out.printf("%s by Apache POI %s: %s, %d faults%n", file.getName(), Version.getVersion(), reader.counts, reader.faults.size());
				bad |= !reader.faults.isEmpty();
			}
		}
		System.exit(bad ? 1 : 0);
	}

	private void expect(boolean good, String fault) {
		if (!good) {
			faults.add(fault);
		}
	}

	private void read(List<String> lines) {
		data = book.getTable("data");
		if (data == null) {
			faults.add("there is no table data");
			return;
		}
		Row header = data.getXSSFSheet().getRow(data.getStartRowIndex());
		for (int c = data.getStartColIndex(); c <= data.getEndColIndex(); c++) {
			columns.put(header.getCell(c).getStringCellValue(), c);
		}
		int last = 0;
		for (String line : lines) {
			String[] field = line.split("\t", -1);
			for (int i = 0; i < field.length; i++) {
				field[i] = field[i].contains("\\") ? unescape(field[i]) : field[i];
			}
			counts.merge(field[0], 1, Integer::sum);
			last = field[0].equals("data") ? Integer.parseInt(field[1]) : last;
			try {
				compare(field);
			} catch (RuntimeException e) { // POI has no such cell, or one of another type
				faults.add(String.join(" ", field) + ": " + e.getMessage());
			}
		}
		expect(data.getEndRowIndex() - data.getStartRowIndex() == last, "the table data has not " + last + " rows");
		int days = 0;
		for (Sheet sheet : book) {
			for (Row row : sheet) {
				for (Cell cell : row) {
					days += cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell) ? 1 : 0;
				}
			}
		}
		expect(days == counts.getOrDefault("date", 0), days + " cells are dates, want " + counts.get("date"));
	}

	private void compare(String[] field) {
		switch (field[0]) {
			case "table" -> table(field);
			case "data" -> entry(field, Integer.parseInt(field[1]));
			default -> cell(field);
		}
	}

	private static String unescape(String s) {
		StringBuilder out = new StringBuilder();
		for (int i = 0; i < s.length(); i++) {
			char c = s.charAt(i);
			if (c == '\\') {
				c = s.charAt(++i);
				c = c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
			}
			out.append(c);
		}
		return out.toString();
	}

	private void table(String[] field) {
		XSSFTable table = book.getTable(field[1]);
		if (table == null) {
			faults.add("there is no table " + field[1]);
			return;
		}
		expect(table.getSheetName().equals(field[2]) && table.getArea().formatAsString().equals(field[3]),
			"the table " + field[1] + " is " + table.getSheetName() + "!" + table.getArea().formatAsString());
	}

	// entry compares a cell of the sheet data with its field in the CSV file.
	private void entry(String[] field, int row) {
		String at = "data, row " + row + ", " + field[2] + ": ";
		Integer column = columns.get(field[2]);
		if (column == null) {
			faults.add(at + "no such column");
			return;
		}
		Cell cell = data.getXSSFSheet().getRow(data.getStartRowIndex() + row).getCell(column);
		CellType type = cell == null ? CellType.BLANK : cell.getCellType();
		boolean good = switch (field[3]) {
			case "number" -> type == CellType.NUMERIC && cell.getNumericCellValue() == Double.parseDouble(field[4]);
			case "truth" -> type == CellType.BOOLEAN && cell.getBooleanCellValue() == field[4].equals("true");
			case "text" -> type == CellType.STRING && cell.getStringCellValue().equals(field[4]);
			default -> type == CellType.BLANK;
		};
		expect(good, at + cell + " of type " + type + ", want " + field[4]);
	}

	private void cell(String[] field) {
		String at = field[1] + "!" + field[2] + ": ";
		CellReference place = new CellReference(field[2]);
		Cell cell = book.getSheet(field[1]).getRow(place.getRow()).getCell(place.getCol());
		switch (field[0]) {
			case "date" -> {
				expect(DateUtil.isCellDateFormatted(cell), at + "no date in the format " + cell.getCellStyle().getDataFormatString());
				String shown = formatter.formatCellValue(cell, evaluator);
				expect(shown.equals(field[3]), at + "the date is shown as \"" + shown + "\", want " + field[3]);
			}
			case "number" -> {
				// The stored value comes first: formatting can calculate the cell.
				expect(cell.getNumericCellValue() == Double.parseDouble(field[3]), at + cell.getNumericCellValue() + ", want " + field[3]);
				String shown = formatter.formatCellValue(cell, evaluator);
				expect(shown.equals(field[4]), at + "the number is shown as \"" + shown + "\", want " + field[4]);
			}
			case "formula" -> {
				CellValue value = evaluator.evaluate(cell);
				Object got = switch (value.getCellType()) {
					case NUMERIC -> value.getNumberValue();
					case STRING -> value.getStringValue();
					case BOOLEAN -> value.getBooleanValue();
					default -> value.formatAsString();
				};
				Object want = switch (field[3]) {
					case "n" -> Double.valueOf(field[4]);
					case "b" -> field[4].equals("1");
					default -> field[4];
				};
				expect(Objects.equals(got, want), at + "=" + cell.getCellFormula() + " gives " + got + ", want " + want);
			}
			default -> faults.add(at + field[0] + ": no such kind");
		}
	}
}
