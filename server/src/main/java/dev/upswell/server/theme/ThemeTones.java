package dev.upswell.server.theme;

import dev.upswell.language.Sentiment;
import dev.upswell.numeric.WilsonInterval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How the captions of a theme lean, as far as their words and emoji tell.
///
/// Captions whose lean is unknown are in none of these; they are not balanced.
///
/// @param positive captions that praise
/// @param balanced captions whose praise and complaint weigh the same
/// @param negative captions that complain
/// @param creators of these three; captions of unknown creators count as one each
public record ThemeTones(int positive, int balanced, int negative, int creators) {

    /// A caption's lean, and whose it is.
    record Told(String creator, Sentiment sentiment) {
    }

    static ThemeTones of(Collection<Told> told) {
        int[] tones = new int[Sentiment.Tone.values().length];
        Set<String> creators = new HashSet<>();
        told.forEach(one -> {
            tones[one.sentiment().tone().ordinal()]++;
            creators.add(one.creator());
        });
        return new ThemeTones(tones[Sentiment.Tone.POSITIVE.ordinal()], tones[Sentiment.Tone.BALANCED.ordinal()],
                tones[Sentiment.Tone.NEGATIVE.ordinal()], creators.size());
    }

    /// Captions whose lean is known.
    public int known() {
        return positive + balanced + negative;
    }

    /// Shares with their 95 % interval, which is as wide as if each creator had spoken once: captions of one creator tell about as much as
    /// one of them.
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
        WilsonInterval interval = WilsonInterval.of(share, creators);
        return Optional.of(new Share(share, interval.low(), interval.high()));
    }
}
