package dev.upswell.brief.audience;

import dev.upswell.brief.Industry;
import dev.upswell.brief.Material;
import dev.upswell.brief.NumberWords;
import dev.upswell.brief.Selection;
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
        sentences.add(voice.say("scope.collected", numbers.whole(selection.collected()),
                material.assignment().hashtag(), numbers.whole(material.analysis().videos())));
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
        Industry industry = material.industry();
        return industry == null
                ? List.of()
                : List.of(voice.say("scope.industry", industry.name(voice.language()),
                        voice.numbers().percent(industry.typicalEngagement()),
                        String.join(", ", industry.preferred().stream().map(voice::bucket).toList()),
                        String.join(", ", industry.hashtags().stream().map(hashtag -> "#" + hashtag).toList())));
    }
}
