package dev.upswell.server.alert;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What made an alert ring, in the reader's language.
public final class AlertWords {

    private static final String NONE = "";

    private final Words words;
    private final Figures figures;

    /// In these words.
    public AlertWords(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// What rang, with its rows.
    ///
    /// @param asOf as of when it rang
    public record Told(String name, Instant asOf, List<Line> lines) {

        public Told {
            lines = List.copyOf(lines);
        }
    }

    /// A row in words.
    ///
    /// @param link the path at which the row is shown
    public record Line(String text, Instant asOf, String link) {
    }

    /// What rang, with its rows in words.
    public Told told(String name, Instant asOf, List<Evidence> rows) {
        return new Told(name, asOf, rows.stream().map(row -> new Line(line(row), row.asOf(), row.link())).toList());
    }

    /// A row in words, such as `Change of volume, 24 h: 0.83 (above 0.50)`.
    public String line(Evidence row) {
        Double value = row.value();
        Double asked = row.asked();
        if (value == null || asked == null) {
            return asked(row.what(), row.detail(), row.how(), asked);
        }
        return words.say("alerts.row", subject(row.what(), row.detail()), number(row.what(), row.how(), value),
                words.say("alerts.how." + row.how() + ".than", number(row.what(), row.how(), asked)));
    }

    /// What a condition asks, in words, such as `Change of volume, 24 h: above 0.50`.
    ///
    /// @param detail as of [Evidence#detail]; empty where it says nothing
    /// @param asked null where no number is asked for
    public String asked(String what, String detail, String how, @Nullable Double asked) {
        return asked == null
                ? subject(what, detail)
                : words.say("alerts.asked", subject(what, detail),
                        words.say("alerts.how." + how + ".than", number(what, how, asked)));
    }

    /// Whether a metric of this label has a name in the reader's language.
    public boolean isNamed(String metric) {
        return !words.sayOr("metric." + camel(metric), NONE).isEmpty();
    }

    /// How a metric of this label, or `probability` or `fyp`, is called.
    public String name(String what) {
        return words.sayOr("metric." + camel(what), words.sayOr("alerts.what." + what, what));
    }

    private String subject(String what, String detail) {
        return switch (what) {
            case "flag" -> words.say("alerts.flag", words.say("alerts.flag." + detail));
            case "theme" -> words.say("alerts.theme", detail);
            default -> detail.isEmpty() ? name(what) : words.say("alerts.subject", name(what), detail);
        };
    }

    private String number(String what, String how, double value) {
        if (how.equals("up") || how.equals("down")) {
            return figures.change(how.equals("down") ? -Math.abs(value) : value);
        }
        return switch (what) {
            case "probability" -> figures.probability(value);
            case "fyp" -> figures.score(value, 0);
            default -> Math.abs(value) < 100 ? figures.score(value, 2) : figures.count(value);
        };
    }

    private static String camel(String label) {
        StringBuilder name = new StringBuilder();
        boolean begins = false;
        for (char letter : label.toCharArray()) {
            if (letter != '_') {
                name.append(begins ? Character.toUpperCase(letter) : letter);
            }
            begins = letter == '_';
        }
        return name.toString();
    }
}
