package dev.upswell.server.theme;

import dev.upswell.theme.Theme;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A theme as it is kept.
///
/// @param label null where none was found, or a person rejected it
/// @param terms what set it apart when it was named
/// @param namingDue runs in a row for which more than half of its terms were others
/// @param endedAt null while it lives
/// @param successor theme that it went into; null where there is none
public record KeptTheme(Theme theme, @Nullable String label, LabelState labelState, Writer writer, List<String> terms,
        int namingDue, Figures figures, @Nullable Instant endedAt, @Nullable Long successor) {

    /// Whether a label may be shown without a mark.
    public enum LabelState {
        VOCABULARY,
        PROPOSED,
        APPROVED,
        NONE
    }

    /// Who found a label.
    public enum Writer {
        MODEL,
        TEMPLATE,
        PERSON
    }

    /// How much is said of it.
    ///
    /// @param captions of the last 90 days
    /// @param lastWeek posted in the 7 days before the newest caption of all
    /// @param weekBefore posted in the 7 days before those
    /// @param languages ISO 639-1, the most frequent first
    /// @param tones how these captions lean; null where no run has looked yet
    public record Figures(int captions, int creators, int lastWeek, int weekBefore, List<String> languages,
            @Nullable ThemeTones tones) {

        static final Figures NONE = new Figures(0, 0, 0, 0, List.of(), null);

        public Figures {
            languages = List.copyOf(languages);
        }

        /// How many times as many captions as the week before; null where there were none then.
        public @Nullable Double growth() {
            return weekBefore == 0 ? null : Double.valueOf((double) lastWeek / weekBefore);
        }
    }

    public KeptTheme {
        terms = List.copyOf(terms);
    }

    /// A theme that was found just now.
    static KeptTheme begun(Theme theme) {
        return new KeptTheme(theme, null, LabelState.NONE, Writer.TEMPLATE, List.of(), 0, Figures.NONE, null, null);
    }

    public long id() {
        return theme.id();
    }

    /// Whether it goes on.
    public boolean lives() {
        return endedAt == null;
    }

    /// Its label, or what stands for one.
    public String shown() {
        return label == null ? String.format(Locale.ROOT, "theme %d", id()) : label;
    }

    KeptTheme now(Theme moved, Figures counted) {
        return new KeptTheme(moved, label, labelState, writer, terms, namingDue, counted, endedAt, successor);
    }

    KeptTheme called(@Nullable String name, LabelState state, Writer by, List<String> told) {
        return new KeptTheme(theme, name, state, by, told, 0, figures, endedAt, successor);
    }

    KeptTheme namingDue(int runs) {
        return new KeptTheme(theme, label, labelState, writer, terms, runs, figures, endedAt, successor);
    }

    KeptTheme ended(Instant at, @Nullable Long into) {
        return new KeptTheme(theme, label, labelState, writer, terms, namingDue, figures, at, into);
    }
}
