package dev.upswell.brief.audience;

import dev.upswell.brief.Industry;
import dev.upswell.brief.Material;
import dev.upswell.brief.NumberWords;
import dev.upswell.brief.Selection;
import dev.upswell.creative.DurationBucket;
import java.util.ArrayList;
import java.util.List;

/// What a document rests on: how many videos, chosen how, when, for whom.
record Scope(Material material, Voice voice) {

    /// Client and day.
    String subtitle() {
        String client = material.assignment().client();
        String date = voice.numbers().date(material.selection().analysed());
        return client == null ? voice.say("subtitle.date", date) : voice.say("subtitle", client, date);
    }

    /// How videos were chosen, how findings were tested, and what is usual in the industry.
    String text() {
        Selection selection = material.selection();
        NumberWords numbers = voice.numbers();
        List<String> sentences = new ArrayList<>();
        sentences.addAll(collected());
        sentences.addAll(unseen());
        var since = selection.since();
        if (since != null) {
            sentences.add(voice.say(selection.wider().otherDates() > 0 ? "scope.since.asked" : "scope.since",
                    numbers.date(since)));
        }
        sentences.addAll(wider(selection.wider()));
        sentences.add(voice.say("scope.limits", numbers.whole(selection.leastViews()),
                numbers.percent(selection.leastEngagement())));
        sentences.add(voice.say("scope.outliers", numbers.whole(selection.excluded()),
                numbers.whole(selection.flagged())));
        sentences.add(voice.say("scope.rigour"));
        sentences.addAll(industry());
        return String.join(" ", sentences);
    }

    /// How many videos there were and were analysed, those of unknown length by themselves.
    private List<String> collected() {
        NumberWords numbers = voice.numbers();
        int unknown = material.analysis().find(DurationBucket.UNKNOWN).map(found -> found.figures().videos()).orElse(0);
        int known = material.analysis().videos() - unknown;
        String all = voice.videos(material.selection().collected(), material.assignment().subject());
        if (unknown == 0) {
            return List.of(voice.say("scope.collected", all, numbers.whole(known)));
        }
        return List.of(known == 0
                ? voice.say("scope.collected.unknown", all, numbers.whole(unknown))
                : voice.say("scope.collected.both", all, numbers.whole(known), numbers.whole(unknown)),
                voice.say("length.unknown.mixed"));
    }

    /// That nobody looked at the videos themselves; nothing where somebody did.
    List<String> unseen() {
        return material.looked().inside() ? List.of() : List.of(voice.say("scope.unseen"));
    }

    private List<String> wider(Selection.Wider wider) {
        List<String> sentences = new ArrayList<>();
        if (wider.otherDates() > 0) {
            sentences.add(voice.say("scope.dates", voice.count("videos", wider.otherDates())));
        }
        var first = wider.first();
        if (first != null) {
            sentences.add(voice.say("scope.dates.first", voice.numbers().date(first)));
        }
        if (wider.borrowed() > 0) {
            sentences.add(voice.say("scope.borrowed", voice.count("videos", wider.borrowed()),
                    String.join(", ", wider.hashtags().stream().map(hashtag -> "#" + hashtag).toList())));
        }
        return sentences;
    }

    private List<String> industry() {
        Industry industry = material.beside().industry();
        if (industry == null) {
            return List.of();
        }
        List<String> usual = new ArrayList<>();
        Double engagement = industry.typicalEngagement();
        if (engagement != null) {
            usual.add(voice.say("scope.industry.engagement", voice.numbers().percent(engagement)));
        }
        if (!industry.preferred().isEmpty()) {
            usual.add(voice.say("scope.industry.lengths",
                    String.join(", ", industry.preferred().stream().map(voice::bucket).toList())));
        }
        if (!industry.hashtags().isEmpty()) {
            usual.add(voice.say("scope.industry.hashtags",
                    String.join(", ", industry.hashtags().stream().map(hashtag -> "#" + hashtag).toList())));
        }
        return usual.isEmpty()
                ? List.of()
                : List.of(voice.say("scope.industry", industry.name(voice.language()), String.join("; ", usual)));
    }
}
