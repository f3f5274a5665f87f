package dev.upswell.server.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.theme.ThemeTones.Share;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A theme as REST and commands tell it.
///
/// @param id by which it is named; no other theme ever has it
/// @param label left out where none was found, or a person rejected it
/// @param labelState vocabulary, proposed (waits for a person), approved, or none
/// @param writtenBy who found the label: template (by rule), model or person
/// @param terms what set it apart when it was named, the most distinctive first
/// @param captions of the last 90 days before the newest caption of all
/// @param share of all themed captions
/// @param lastWeek posted in the last 7 days of those
/// @param weekBefore posted in the 7 days before
/// @param growth the one by the other; left out where there were none before
/// @param languages ISO 639-1, the most frequent first; 3 at most
/// @param sentiment how these captions lean by their words and emoji; left out where no run has looked yet
/// @param endedAt left out while it lives
/// @param successor theme that it went into; left out where there is none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThemeDocument(long id, @Nullable String label, String labelState, String writtenBy, List<String> terms,
        int captions, int creators, double share, int lastWeek, int weekBefore, @Nullable Double growth,
        List<String> languages, @Nullable Leaning sentiment, Instant begunAt, Instant lastCaptionAt,
        @Nullable Instant endedAt,
        @Nullable Long successor) {

    /// How captions lean.
    ///
    /// @param known captions whose lean is known
    /// @param shareKnown of all captions of the theme; the rest is unknown, which is not the same as balanced
    /// @param voices how many creators with as many captions each would tell as much as those of the known ones; intervals rest on it
    /// @param praising share of the known ones that praise; left out where none is known
    /// @param complaining share of the known ones that complain; left out where none is known
    @Schema(name = "ThemeSentiment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Leaning(int positive, int balanced, int negative, int known, double shareKnown, int voices,
            @Nullable Share praising, @Nullable Share complaining) {

        static Leaning of(ThemeTones tones, int captions) {
            return new Leaning(tones.positive(), tones.balanced(), tones.negative(), tones.known(),
                    tones.known() / Math.max(1.0, captions), tones.voices(), tones.praising().orElse(null),
                    tones.complaining().orElse(null));
        }
    }

    /// These themes; shares are of all captions that belong to any that lives.
    public static List<ThemeDocument> of(List<KeptTheme> themes) {
        double all = Math.max(1,
                themes.stream().filter(KeptTheme::lives).mapToInt(one -> one.figures().captions()).sum());
        return themes.stream().map(one -> of(one, one.lives() ? one.figures().captions() / all : 0)).toList();
    }

    private static ThemeDocument of(KeptTheme one, double share) {
        KeptTheme.Figures figures = one.figures();
        ThemeTones tones = figures.tones();
        return new ThemeDocument(one.id(), one.label(), one.labelState().name().toLowerCase(Locale.ROOT),
                one.writer().name().toLowerCase(Locale.ROOT), one.terms(), figures.captions(), figures.creators(),
                share,
                figures.lastWeek(), figures.weekBefore(), figures.growth(), figures.languages(),
                tones == null ? null : Leaning.of(tones, figures.captions()), one.theme().begunAt(),
                one.theme().lastCaptionAt(), one.endedAt(), one.successor());
    }

    /// Its label, or what stands for one.
    public String shown() {
        return label == null ? String.format(Locale.ROOT, "theme %d", id) : label;
    }
}
