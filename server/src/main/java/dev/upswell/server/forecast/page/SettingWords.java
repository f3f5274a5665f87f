package dev.upswell.server.forecast.page;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says the settings of a model record in words.
///
/// Each component of a settings record has a phrase in the bundle, `setting.part.Record.component`, which may use the number
/// (`{0}`, to choose by: `{1}`), its share of a hundred (`{2}`) and the text as it is kept (`{3}`); a value of its own phrase
/// is `setting.part.Record.component.value`. What the bundle has no words for, as of another release, is shown as it is kept.
final class SettingWords {

    private static final String PART = "setting.part.";
    private static final String VALUE = "setting.value.";

    private final Words words;
    private final Figures figures;
    private final Times times;

    SettingWords(Words words, Figures figures, Times times) {
        this.words = words;
        this.figures = figures;
        this.times = times;
    }

    /// The setting as a phrase.
    String say(String kept) {
        return RecordText.of(kept).map(this::say).orElseGet(() -> value(kept));
    }

    private String say(RecordText record) {
        return record.components().isEmpty()
                ? words.sayOr(PART + record.name(), record.name())
                : record.components().stream().map(one -> say(record.name(), one)).collect(Collectors.joining(", "));
    }

    private String say(String record, RecordText.Component one) {
        return RecordText.of(one.text()).map(this::say).orElseGet(() -> {
            String code = PART + record + "." + one.name();
            String own = words.sayOr(code + "." + one.text(), "");
            if (!own.isEmpty()) {
                return own;
            }
            return words.sayOr(code, "").isEmpty() ? one.name() + " " + value(one.text()) : phrase(code, one.text());
        });
    }

    private String phrase(String code, String text) {
        Double number = number(text);
        return number == null
                ? words.say(code, value(text))
                : words.say(code, figures.exact(number), number, figures.percent(number), text);
    }

    private String value(String text) {
        Double number = number(text);
        if (number != null) {
            return figures.exact(number);
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return RecordText.parts(text.substring(1, text.length() - 1)).stream().map(this::value)
                    .collect(Collectors.joining(", "));
        }
        Duration length = length(text);
        return length == null ? words.sayOr(VALUE + text, text) : times.length(length);
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Duration length(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
