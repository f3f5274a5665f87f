package dev.upswell.benchmarks.text;

import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.embed.Embedder;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.JointVectors;
import dev.upswell.embed.SentenceVectors;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.numeric.Dice;
import dev.upswell.ranking.Ndcg;
import dev.upswell.ranking.RecallAt;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.EngagementQuality;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Leanings;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.recommend.SeedScores;
import dev.upswell.recommend.Sought;
import dev.upswell.recommend.Way;
import dev.upswell.taste.AffinityScoring;
import dev.upswell.taste.Person;
import dev.upswell.taste.Profile;
import dev.upswell.taste.SensitiveTopics;
import dev.upswell.taste.Source;
import dev.upswell.taste.TastedItem;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import dev.upswell.taxonomy.CategoryMaking;
import dev.upswell.taxonomy.SaidText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How well the first four fifths of what a creator posted tell which of all later posts are its own: a proxy of taste on real captions,
/// of which no counts are known, so that the parts of scores by counts take no part.
///
/// Arguments: lines that `captions.py` wrote, and how likeness between person and video is told where it is not by hashed vectors as
/// categories are: `learnt` from the earlier posts, or `joint` with a sentence model. Creators have twenty posts or more of which the time is
/// told.
public final class NextPosts {

    private static final int LEAST_POSTS = 20;
    private static final int CATEGORIES = 100;
    private static final long SEED = 20;
    private static final int TOP = 10;
    private static final int FAR = 50;
    private static final double USUAL_RATE = 0.05;

    private record Post(String video, String creator, Instant at, String caption, Vector vector, Vector likened,
            Set<String> words) {
    }

    /// What is known of a creator by its earlier posts.
    private record Known(Profile profile, Leanings leanings, Map<String, Float> words) {
    }

    private final Embedder embedder = new HashedVectors();
    private final Embedder likening;
    private final Map<String, List<Post>> before = new TreeMap<>();
    private final List<Post> later = new ArrayList<>();
    private final Map<Post, Candidate> candidates = new HashMap<>();

    private NextPosts(List<Post> posts, Embedder likening) {
        this.likening = likening;
        posts.stream().collect(Collectors.groupingBy(Post::creator)).forEach((creator, all) -> {
            if (all.size() >= LEAST_POSTS) {
                List<Post> ordered = all.stream().sorted(Comparator.comparing(Post::at).thenComparing(Post::video))
                        .toList();
                before.put(creator, ordered.subList(0, all.size() * 4 / 5));
                later.addAll(ordered.subList(all.size() * 4 / 5, all.size()));
            }
        });
        later.sort(Comparator.comparing(Post::video));
    }

    public static void main(String[] arguments) throws IOException {
        List<String[]> rows = Files.readAllLines(Path.of(arguments[0])).stream().map(line -> line.split("\t", -1))
                .filter(cells -> !cells[1].isEmpty() && !cells[2].equals("0")).toList();
        NextPosts hashed = of(rows, new HashedVectors());
        if (arguments.length == 1) {
            hashed.print();
            return;
        }
        of(rows, JointVectors.from(
                hashed.before.values().stream().flatMap(List::stream).map(post -> TextTokens.of(post.caption()))
                        .toList(),
                arguments[1].equals("learnt") ? Optional.empty() : SentenceVectors.find(), 1).orElseThrow()).print();
    }

    private static NextPosts of(List<String[]> rows, Embedder likening) {
        Embedder hashed = new HashedVectors();
        return new NextPosts(rows.stream().map(cells -> {
            TextTokens text = TextTokens.of(cells[6]);
            return new Post(cells[0], cells[1], Instant.ofEpochSecond(Long.parseLong(cells[2])), cells[6],
                    hashed.vector(text), likening.vector(text),
                    text.tokens().stream().filter(token -> token.kind() != Token.Kind.LINK)
                            .map(Token::text).collect(Collectors.toSet()));
        }).toList(), likening);
    }

    private void print() {
        List<Post> told = before.values().stream().flatMap(List::stream).toList();
        Taxonomy taxonomy = new CategoryMaking(
                new CategoryMaking.Settings(CATEGORIES, SEED, "hashed-" + HashedVectors.SIZE, Locale.ENGLISH),
                embedder).of(told.stream().map(post -> new SaidText(post.caption(), post.creator())).toList(), null)
                .taxonomy();
        TextCategories categories = new TextCategories(taxonomy);
        later.forEach(post -> candidates.put(post, candidate(post, categories)));
        System.out.println(before.size() + " creators, " + told.size() + " earlier posts, " + later.size()
                + " later ones; 95 % intervals over creators");
        Map<String, List<double[]>> found = new LinkedHashMap<>();
        Leanings.Usual usual = usual(told);
        int number = 0;
        for (Map.Entry<String, List<Post>> creator : before.entrySet()) {
            Known known = known(creator.getKey(), creator.getValue(), taxonomy, usual);
            Dice dice = Dice.of(SEED, "next posts", number++);
            FinalScore.Scoring coarse = FinalScore.Scoring.of(known.profile(), new EngagementQuality(0.3),
                    ScoreWeights.USUAL, known.profile().asOf());
            FinalScore.Scoring scoring = FinalScore.Scoring.among(List.copyOf(candidates.values()), known.profile(),
                    known.leanings(), ScoreWeights.WITH_CROWD, known.profile().asOf());
            Map<String, ToDoubleFunction<Post>> scorers = new LinkedHashMap<>();
            scorers.put("chance", post -> dice.unit());
            scorers.put("likeness to all that was posted",
                    post -> likeness(known.profile().longTaste(), post.likened()));
            scorers.put("likeness to the last posts", post -> likeness(known.profile().shortTaste(), post.likened()));
            scorers.put("words that are sought", post -> post.words().stream()
                    .mapToDouble(word -> known.words().getOrDefault(word, 0f)).sum()
                    / Math.sqrt(Math.max(1, post.words().size())));
            scorers.put("the origin's score", post -> SeedScores.of(of(post), known.profile(), known.profile().asOf()));
            scorers.put("score by formula, categories alone", post -> coarse.of(of(post)).value());
            scorers.put("score by formula", post -> scoring.of(of(post)).value());
            scorers.forEach((name, scorer) -> found.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(measured(creator.getKey(), scorer)));
        }
        found.forEach((name, values) -> System.out
                .println(String.format(Locale.ROOT, "| %s | %s | %s |", name, mean(values, 0), mean(values, 1))));
    }

    private Candidate of(Post post) {
        return Objects.requireNonNull(candidates.get(post), post.video());
    }

    private static Candidate candidate(Post post, TextCategories categories) {
        return new Candidate(post.video(), null, null, null, Candidate.Tally.NONE,
                new HashSet<>(
                        categories.of(post.caption(), post.vector().saysNothing() ? null : post.vector())),
                post.likened().saysNothing() ? null : post.likened(), Way.VECTORS,
                new Candidate.Form(null, null, null, post.words(), null, Candidate.Audience.UNKNOWN), Map.of());
    }

    private static double likeness(Vector one, Vector other) {
        return one.saysNothing() || other.saysNothing() ? 0 : one.likeness(other);
    }

    private static Leanings.Usual usual(List<Post> told) {
        Map<String, Double> shares = new HashMap<>();
        told.forEach(post -> post.words().forEach(word -> shares.merge(word, 1.0 / told.size(), Double::sum)));
        return new Leanings.Usual(Map.of(Leanings.Kind.WORD, shares));
    }

    private Known known(String creator, List<Post> posts, Taxonomy taxonomy, Leanings.Usual usual) {
        Instant now = posts.getLast().at().plusSeconds(1);
        List<TastedItem> items = posts.subList(Math.max(0, posts.size() - 50), posts.size()).stream()
                .map(post -> new TastedItem(Source.POST,
                        new Video(EntityId.video(post.video()), null, null, List.of(), null, null,
                                post.caption()),
                        null, post.at(), Counts.NONE))
                .toList();
        Person person = new Person(EntityId.creator(creator), null, items, List.of());
        Profile told = profile(embedder, person, taxonomy, now);
        Profile likened = profile(likening, person, taxonomy, now);
        Profile profile = new Profile(told.person(), told.asOf(), told.sample(), told.followers(), told.affinities(),
                likened.longTaste(), likened.shortTaste(), told.notes());
        Leanings leanings = Leanings.of(posts.stream()
                .map(post -> new Leanings.Act(Map.of(Leanings.Kind.WORD, post.words()), 4, post.at())).toList(), usual,
                now);
        return new Known(profile, leanings, Sought.of(profile, taxonomy, leanings).terms());
    }

    private static Profile profile(Embedder embedder, Person person, Taxonomy taxonomy, Instant now) {
        return new AffinityScoring(embedder, SensitiveTopics.shipped(embedder), USUAL_RATE).of(person, taxonomy, now);
    }

    /// NDCG@10 and recall@50 of a creator's own later posts among all later ones.
    private double[] measured(String creator, ToDoubleFunction<Post> scorer) {
        double[] scores = later.stream().mapToDouble(scorer).toArray();
        List<Integer> order = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])).limit(FAR).toList();
        double[] gains = later.stream().mapToDouble(post -> post.creator().equals(creator) ? 1 : 0).toArray();
        Set<Integer> own = IntStream.range(0, gains.length).filter(i -> gains[i] > 0).boxed()
                .collect(Collectors.toSet());
        return new double[]{
                Ndcg.at(TOP, order.stream().limit(TOP).mapToDouble(i -> gains[i]).toArray(), gains).orElse(0),
                RecallAt.of(FAR, order, own).orElse(0)};
    }

    private static OverCreators mean(List<double[]> values, int of) {
        return OverCreators.of(values.stream().map(one -> one[of]).toList());
    }
}
