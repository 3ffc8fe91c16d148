package confidant.http.archive;

import java.util.List;

/** Writes a page. Whatever is given as text or as the value of an attribute is escaped; tags and names are ours. */
public final class Html {
    private final StringBuilder out = new StringBuilder();

    /** @param attributes names and values in turn */
    public Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    public Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    public Html text(String text) {
        escape(text);
        return this;
    }

    public Html one(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** A line between things that are on a line of their own. */
    public Html line() {
        out.append('\n');
        return this;
    }

    /** What is ours and needs no escaping: the document type, the styles. */
    public Html own(String markup) {
        out.append(markup);
        return this;
    }

    public Html link(String address, String text) {
        return one("a", text, "href", address);
    }

    /** Opens a table that can be scrolled by keyboard where it is too wide. */
    public Html table(String label, List<String> heads) {
        open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", label)
                .open("table")
                .open("thead")
                .open("tr");
        heads.forEach(head -> one("th", head, "scope", "col"));
        return close("tr").close("thead").open("tbody").line();
    }

    public Html endTable() {
        return close("tbody").close("table").close("div").line();
    }

    // What cannot stand in a page at all is left out; quotes are escaped in text too, which is harmless.
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        out.append(c);
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
