package dev.upswell.server.contest.rest;

import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.contest.ContestRefused;
import dev.upswell.server.recommend.Configurations;
import dev.upswell.server.recommend.Configurations.State;
import dev.upswell.server.web.Query;
import java.util.Map;

/// How lists are to be made, as it is told by REST; what is absent is as usual.
///
/// @param state whether requests are dealt to it, or only those of a trial
record ConfigurationForm(Configuration configuration, State state) {

    private static final int LONGEST = 100;
    private static final int MOST = 10_000;

    /// What this query says.
    ///
    /// **errors** [ContestRefused] where it cannot be
    static ConfigurationForm of(Query query) {
        Configuration usual = Configuration.USUAL;
        String name = query.text("name", LONGEST).orElse("");
        double virality = query.fraction("virality").orElse(usual.weights().virality());
        double relevance = query.fraction("relevance").orElse(usual.weights().relevance());
        double engagement = query.fraction("engagement").orElse(usual.weights().engagement());
        double crowd = query.fraction("crowd").orElse(usual.weights().crowd());
        double temperature = query.fraction("temperature").orElse(usual.temperature());
        int pool = query.number("pool", 1, MOST, usual.pool());
        double authorAgain = query.fraction("authorAgain").orElse(usual.diversity().authorAgain());
        double tagsAgain = query.fraction("tagsAgain").orElse(usual.diversity().tagsAgain());
        int perAuthor = query.number("perAuthor", 1, MOST, usual.diversity().perAuthor());
        int top = query.number("top", 1, MOST, usual.diversity().top());
        String ranker = query.text("ranker", LONGEST).orElse(null);
        double threshold = query.fraction("threshold").orElse(Configurations.usualThreshold(ranker));
        State state = query.flag("waiting") ? State.WAITING : State.ACTIVE;
        query.done();
        try {
            return new ConfigurationForm(
                    new Configuration(name,
                            new ScoreWeights(virality, relevance, engagement, Map.of()).withCrowd(crowd),
                            ranker, temperature, pool, new Diversity(authorAgain, tagsAgain, perAuthor, top),
                            threshold),
                    state);
        } catch (IllegalArgumentException refused) {
            throw ContestRefused.value(refused);
        }
    }
}
