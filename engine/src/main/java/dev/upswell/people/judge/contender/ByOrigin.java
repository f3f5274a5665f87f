package dev.upswell.people.judge.contender;

import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.Recommender;
import dev.upswell.recommend.SeedScores;
import dev.upswell.recommend.Way;
import dev.upswell.taste.Person;
import dev.upswell.taste.Profile;
import dev.upswell.taste.QueryMaking;
import dev.upswell.taste.SearchQuery;
import dev.upswell.taste.TastedItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The origin's formulas as they stood, over what ten queries of twenty videos each find.
final class ByOrigin implements Recommender {

    private static final int A_QUERY = 20;
    private static final int DEPTH = 50;

    private final Function<Known, Product> making;
    private @Nullable Product product;

    /// @param making vectors and taxonomy, which are those of the product
    ByOrigin(Function<Known, Product> making) {
        this.making = making;
    }

    private record Scored(int video, double score) {
    }

    @Override
    public String name() {
        return "the origin's formulas, ten queries";
    }

    @Override
    public void learn(Known known) {
        product = making.apply(known);
    }

    @Override
    public List<Integer> order(Asked asked) {
        Product made = Objects.requireNonNull(product, "learn comes first");
        Known known = asked.known();
        Person person = made.person(known, asked.person());
        Profile profile = new OriginProfiles(made).of(known, person);
        List<String> texts = OriginProfiles.items(person).stream().map(TastedItem::text).toList();
        MemorySearch search = new MemorySearch(made, known, asked.candidates());
        Set<Integer> found = new LinkedHashSet<>();
        for (SearchQuery query : QueryMaking.of(profile, made.taxonomy(), texts, made.sensitive())) {
            found.addAll(search.saying(terms(query), A_QUERY));
        }
        Instant now = Instant.ofEpochSecond(known.at());
        return found.stream()
                .map(video -> new Scored(video,
                        SeedScores.of(AtHand.candidate(made, known, video, AtHand.Seen.by(Way.QUERY)), profile, now)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::video)).limit(DEPTH)
                .map(Scored::video).toList();
    }

    private static Map<String, Float> terms(SearchQuery query) {
        Map<String, Float> terms = new HashMap<>();
        for (Token token : TextTokens.of(query.text()).tokens()) {
            terms.put(token.text(), 1f);
        }
        return terms;
    }
}
