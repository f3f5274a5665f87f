package dev.upswell.trial;

import dev.upswell.learn.Interval;
import dev.upswell.numeric.WilsonInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a trial tells at a look.
///
/// @param verdict by what was asked for, whether or not it was done (intention to treat)
/// @param asAsked what the verdict rests on; null while there is no comparison
/// @param asMade the lift among videos that are known to do as asked (per protocol); null while there is no comparison. It is described,
///        not judged: who does as asked may differ from who does not
/// @param test the videos that were asked to do so
/// @param control the others
public record Standing(Verdict verdict, @Nullable Comparison asAsked, @Nullable Lift asMade, Group test,
        Group control) {

    /// The videos of an arm.
    ///
    /// @param known engagement at seven days is known
    /// @param notYet younger than seven days
    /// @param unread seven days old, but nobody read them then
    /// @param due when the next one will be seven days old; null when none is younger
    /// @param rate geometric mean of the known engagement rates; null without one
    /// @param asAsked known to do as asked
    /// @param otherwise known not to
    public record Group(int known, int notYet, int unread, @Nullable Instant due, @Nullable Double rate, int asAsked,
            int otherwise) {

        static Group of(List<TrialVideo> videos, Arm arm) {
            List<TrialVideo> own = videos.stream().filter(video -> video.arm() == arm).toList();
            List<Instant> dues = new ArrayList<>();
            List<Double> logs = new ArrayList<>();
            for (TrialVideo video : own) {
                switch (video.engagement()) {
                    case Engagement.Known known -> logs.add(Math.log(known.rate()));
                    case Engagement.NotYet notYet -> dues.add(notYet.due());
                    case Engagement.Unread _ -> {
                    }
                }
            }
            int asAsked = (int) own.stream().filter(video -> video.made().asAsked(arm).orElse(false)).count();
            int analysed = (int) own.stream().filter(video -> video.made() != Made.UNKNOWN).count();
            return new Group(logs.size(), dues.size(), own.size() - logs.size() - dues.size(),
                    dues.stream().min(Instant::compareTo).orElse(null),
                    logs.isEmpty()
                            ? null
                            : Double.valueOf(
                                    Math.exp(logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow())),
                    asAsked, analysed - asAsked);
        }

        /// How many there are.
        public int videos() {
            return known + notYet + unread;
        }

        /// Share of the analysed ones that did as asked; empty while none was analysed.
        public Optional<Double> adherence() {
            return asAsked + otherwise == 0
                    ? Optional.empty()
                    : Optional.of((double) asAsked / (asAsked + otherwise));
        }

        /// Its 95 % interval.
        public Optional<Interval> adherenceInterval() {
            return adherence().map(share -> {
                WilsonInterval wilson = WilsonInterval.of(share, asAsked + otherwise);
                return new Interval(wilson.low(), wilson.high());
            });
        }
    }

    /// What these videos tell.
    public static Standing of(List<TrialVideo> videos, Expectation expected) {
        Optional<Comparison> asAsked = Comparison.of(videos, expected);
        List<TrialVideo> faithful = videos.stream().filter(video -> video.made().asAsked(video.arm()).orElse(false))
                .toList();
        return new Standing(Verdict.of(asAsked, expected), asAsked.orElse(null),
                Comparison.of(faithful, expected).map(Comparison::lift).orElse(null), Group.of(videos, Arm.TEST),
                Group.of(videos, Arm.CONTROL));
    }

    /// How many of the further videos that are needed are posted already and wait for their seventh day.
    public int waiting() {
        return test.notYet() + control.notYet();
    }
}
