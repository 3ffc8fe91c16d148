package confidant.http.export;

import java.util.List;

/** Rows of comma-separated values after RFC 4180, of which no cell is taken for a formula. */
final class Csv {
    /** Spreadsheets take a file for UTF-8 by it. */
    static final String MARK = "\uFEFF";

    private Csv() {}

    static String row(List<String> cells) {
        StringBuilder out = new StringBuilder();
        for (String cell : cells) {
            out.append(out.isEmpty() ? "" : ",").append(quoted(harmless(cell)));
        }
        return out.append("\r\n").toString();
    }

    /** With an apostrophe in front where a spreadsheet would calculate. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
