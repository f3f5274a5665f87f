package dev.upswell.server.theme;

import dev.upswell.language.Sentiment;
import dev.upswell.numeric.WilsonInterval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How the captions of a theme lean, as far as their words and emoji tell.
///
/// Captions whose lean is unknown are in none of these; they are not balanced.
///
/// @param positive captions that praise
/// @param balanced captions whose praise and complaint weigh the same
/// @param negative captions that complain
/// @param voices how many creators with as many captions each would tell as much as those of these three: (Σm)² / Σm² over the captions
///     m of each, rounded down; 0 where none is known. Captions of unknown creators count as one creator each
public record ThemeTones(int positive, int balanced, int negative, int voices) {

    /// A caption's lean, and whose it is.
    record Told(String creator, Sentiment sentiment) {
    }

    static ThemeTones of(Collection<Told> told) {
        int[] tones = new int[Sentiment.Tone.values().length];
        Map<String, Integer> captions = new HashMap<>();
        told.forEach(one -> {
            tones[one.sentiment().tone().ordinal()]++;
            captions.merge(one.creator(), 1, Integer::sum);
        });
        return new ThemeTones(tones[Sentiment.Tone.POSITIVE.ordinal()], tones[Sentiment.Tone.BALANCED.ordinal()],
                tones[Sentiment.Tone.NEGATIVE.ordinal()], voices(captions.values()));
    }

    private static int voices(Collection<Integer> captions) {
        double all = captions.stream().mapToDouble(Integer::doubleValue).sum();
        double squares = captions.stream().mapToDouble(own -> (double) own * own).sum();
        return squares == 0 ? 0 : (int) Math.max(1, Math.floor(all * all / squares));
    }

    /// Captions whose lean is known.
    public int known() {
        return positive + balanced + negative;
    }

    /// Shares with their 95 % interval, which is as wide as if each voice had spoken once: captions of one creator tell about as much as
    /// one of them, and one who speaks often makes the share mostly their own.
    @Schema(name = "ThemeSentimentShare")
    public record Share(double share, double low, double high) {
    }

    /// Share of captions that praise among those whose lean is known; empty where none is.
    public Optional<Share> praising() {
        return share(positive);
    }

    /// Share of captions that complain likewise.
    public Optional<Share> complaining() {
        return share(negative);
    }

    private Optional<Share> share(int part) {
        if (known() == 0) {
            return Optional.empty();
        }
        double share = (double) part / known();
        WilsonInterval interval = WilsonInterval.of(share, voices);
        return Optional.of(new Share(share, interval.low(), interval.high()));
    }
}
