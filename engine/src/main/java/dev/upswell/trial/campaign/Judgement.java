package dev.upswell.trial.campaign;

import dev.upswell.numeric.WilsonInterval;
import dev.upswell.trial.Comparison;
import dev.upswell.trial.Expectation;
import dev.upswell.trial.TrialVideo;
import dev.upswell.trial.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How often verdicts are given in simulated campaigns.
///
/// @param campaigns simulated
/// @param validated how many were ever called validated
/// @param rejected how many were ever called rejected, and not validated before
/// @param further median of the further videos that were stated at the first look; 0 where none were asked for
public record Judgement(int campaigns, int validated, int rejected, int further) {

    /// When a campaign is looked at.
    ///
    /// @param first videos at the first look
    /// @param step videos between looks
    /// @param most videos at the last look
    public record Looks(int first, int step, int most) {
    }

    /// Looks often until a verdict or the last look.
    public static Judgement often(Campaign.World world, Expectation expected, Looks looks, int campaigns, long seed) {
        int validated = 0;
        int rejected = 0;
        for (int i = 0; i < campaigns; i++) {
            Campaign campaign = new Campaign(world, seed + i);
            for (int videos = looks.first(); videos <= looks.most(); videos += looks.step()) {
                Optional<Comparison> seen = Comparison.of(campaign.first(videos), expected);
                boolean holds = seen.isPresent() && seen.get().validates();
                boolean fails = !holds && seen.isPresent() && seen.get().rejects();
                validated += holds ? 1 : 0;
                rejected += fails ? 1 : 0;
                if (holds || fails) {
                    break;
                }
            }
        }
        return new Judgement(campaigns, validated, rejected, 0);
    }

    /// Looks at once, makes as many further videos as are stated then, and looks again at the end.
    ///
    /// @param apart whether the number for videos of as many creators is followed
    public static Judgement following(Campaign.World world, Expectation expected, int first, boolean apart,
            int campaigns, long seed) {
        int validated = 0;
        int rejected = 0;
        int[] stated = new int[campaigns];
        for (int i = 0; i < campaigns; i++) {
            Campaign campaign = new Campaign(world, seed + i);
            Verdict verdict = look(campaign.first(first), expected);
            if (verdict instanceof Verdict.NotEnoughEvidence none) {
                stated[i] = apart ? none.further().apart() : none.further().paired();
                verdict = look(campaign.first(first + stated[i]), expected);
            }
            validated += verdict instanceof Verdict.Validated ? 1 : 0;
            rejected += verdict instanceof Verdict.Rejected ? 1 : 0;
        }
        Arrays.sort(stated);
        return new Judgement(campaigns, validated, rejected, stated[campaigns / 2]);
    }

    private static Verdict look(List<TrialVideo> videos, Expectation expected) {
        return Verdict.of(Comparison.of(videos, expected), expected);
    }

    /// Share of the campaigns that were called validated, with its 95 % interval.
    public WilsonInterval validatedInterval() {
        return WilsonInterval.of((double) validated / campaigns, campaigns);
    }
}
