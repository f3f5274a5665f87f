package dev.upswell.server.report.text;

/// HTML that grows at its end; text and attributes are escaped, so what a document says is never markup.
final class Markup {

    private final StringBuilder html = new StringBuilder();

    Markup open(String element, String... attributes) {
        html.append('<').append(element);
        for (int at = 0; at < attributes.length; at += 2) {
            html.append(' ').append(attributes[at]).append("=\"").append(escaped(attributes[at + 1])).append('"');
        }
        html.append('>');
        return this;
    }

    Markup close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    Markup text(String text) {
        html.append(escaped(text));
        return this;
    }

    /// An element with nothing but text in it; none for blank text.
    Markup said(String element, String text, String... attributes) {
        return text.isBlank() ? this : open(element, attributes).text(text).close(element);
    }

    Markup line() {
        html.append('\n');
        return this;
    }

    /// Markup that is already written.
    Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\0' -> escaped.append('\uFFFD');
                default -> escaped.append(sign);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
