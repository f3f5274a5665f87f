package dev.upswell.server.across;

import dev.upswell.numeric.Dice;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.creative.PostedVideos;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Clients with a hashtag each, whose videos of nine seconds are stored; half of the captions ask something.
public final class SearchedClients {

    public final PostedVideos posted = new PostedVideos();
    private int next;

    /// Stores videos of a hashtag.
    ///
    /// @param effect how much more a question is engaged with, in deviations of log engagement
    /// @param usual median engagement rate of the others
    public SearchedClients hashtag(String name, int count, double effect, double usual) {
        List<String> videos = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(9, name, i);
            boolean asks = i % 2 == 0;
            double rate = Math.exp(Math.log(usual) + .4 * (dice.gaussian() + (asks ? effect : 0)));
            long id = PostedVideos.FIRST + next++;
            videos.add(String.format(Locale.ROOT,
                    "('%d', 'poll', '%s', NULL, '%s', TIMESTAMP '2026-02-01 09:00:00', 9000, '%s')", id, name + i, name,
                    "Look" + " more".repeat(dice.below(8)) + (asks ? " ?" : "")));
            readings.add(String.format(Locale.ROOT,
                    "('video', '%d', 'poll', TIMESTAMP '2026-02-20', 100000, %d, 100, 50, NULL)", id,
                    Math.round(Math.clamp(rate, .011, .9) * 100_000) - 150));
        }
        posted.store(videos, readings);
        return this;
    }

    /// Searches a hashtag for a client, and says its industry.
    public SearchedClients search(String client, String hashtag, String industry) {
        search(client, hashtag);
        industries().place(client, industry, "ada");
        return this;
    }

    SearchedClients search(String client, String hashtag) {
        var wanted = new PatternRuns.Wanted(client, PatternSubject.of(hashtag, null), PostedVideos.QUICK, "ada");
        try (BegunSearch begun = posted.runs.begin(wanted)) {
            begun.run(2, PatternRuns.Progress.SILENT);
        }
        return this;
    }

    public Industries industries() {
        return new Industries(posted.tenant, posted.database, () -> PostedVideos.NOON, posted.runs);
    }

    PatternPlaces places() {
        return new PatternPlaces(posted.runs, new ClientHashtags(posted.runs), industries());
    }

    public Benchmarks benchmarks(InstantSource clock) {
        return new Benchmarks(posted.tenant, posted.database, clock, posted.runs, industries());
    }
}
