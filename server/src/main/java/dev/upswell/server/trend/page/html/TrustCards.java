package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.Expectation;
import dev.upswell.server.trend.page.TrackRecord;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The four cards that say how far the page can be trusted, with honest words where nothing is known yet.
final class TrustCards {

    private final Words words;
    private final Figures figures;

    TrustCards(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// One card: what it is about, its value, a note under it and its tone.
    record Card(String label, String value, String note, String tone) {
    }

    List<Card> of(@Nullable Expectation expectation) {
        TrackRecord record = expectation == null ? null : expectation.trackRecord();
        if (expectation == null || record == null) {
            return List.of(unknown("early"), unknown("right"), unknown("alarms"), unknown("growth"));
        }
        TrackRecord.Surges surges = record.surges();
        TrackRecord.Calls calls = record.calls();
        return List.of(surges == null ? unknown("early") : early(record.days(), surges),
                calls == null ? unknown("right") : right(calls, expectation.threshold()),
                calls == null ? unknown("alarms") : alarms(calls, expectation.threshold()),
                growth(record.comparison()));
    }

    private Card early(int days, TrackRecord.Surges surges) {
        if (surges.happened() == 0) {
            return new Card(words.say("card.early.days", days), "–", words.say("card.early.none"), "muted");
        }
        Double lead = surges.medianLeadHours();
        return new Card(words.say("card.early.days", days),
                words.say("card.early.value", surges.caughtEarly(), surges.happened()),
                lead == null ? words.say("card.early.missed") : words.say("card.early.lead", figures.hours(lead)), "");
    }

    private Card right(TrackRecord.Calls calls, @Nullable Double threshold) {
        Double stated = calls.stated();
        String label = words.say("card.right");
        if (calls.made() == 0 || stated == null) {
            return new Card(label, "–", words.say("card.right.none", rule(threshold)), "muted");
        }
        return new Card(label, figures.percent((double) calls.right() / calls.made()),
                words.say("card.right.note", figures.percent(stated), calls.right(), calls.made()), "");
    }

    private Card alarms(TrackRecord.Calls calls, @Nullable Double threshold) {
        Integer before = calls.falseAlarmsBefore();
        int alarms = calls.falseAlarms();
        String note = calls.made() == 0 || before == null
                ? words.say("card.alarms.of", calls.made(), rule(threshold))
                : words.say(alarms < before
                        ? "card.alarms.fewer"
                        : alarms > before
                                ? "card.alarms.more"
                                : "card.alarms.same",
                        Math.abs(before - alarms));
        return new Card(words.say("card.alarms"), String.valueOf(alarms), note, "");
    }

    /// What makes a call, in few words.
    private String rule(@Nullable Double threshold) {
        return threshold == null
                ? words.say("card.rule.likeliest")
                : words.say("card.rule.threshold", figures.percent(threshold));
    }

    private Card growth(TrackRecord.@Nullable Comparison comparison) {
        if (comparison == null) {
            return unknown("growth");
        }
        double edge = comparison.prAuc() - comparison.growthPrAuc();
        return new Card(words.say("card.growth"), words.say("card.growth.value", figures.signed(edge, 2)),
                words.say("card.growth.note", figures.score(comparison.prAuc(), 2),
                        figures.score(comparison.growthPrAuc(), 2), figures.score(comparison.prevalence(), 2)),
                edge > 0 ? "rise" : "fall");
    }

    private Card unknown(String card) {
        return new Card(words.say("card." + card), "–", words.say("card." + card + ".unknown"), "muted");
    }
}
