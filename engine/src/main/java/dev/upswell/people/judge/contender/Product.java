package dev.upswell.people.judge.contender;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.embed.Embedder;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.LearntVectors;
import dev.upswell.language.TextTokens;
import dev.upswell.people.Life;
import dev.upswell.people.WorldVideo;
import dev.upswell.people.judge.Known;
import dev.upswell.taste.AffinityScoring;
import dev.upswell.taxonomy.CategoryMaking;
import dev.upswell.taste.Engagement;
import dev.upswell.taste.Person;
import dev.upswell.taste.Profile;
import dev.upswell.taxonomy.SaidText;
import dev.upswell.recommend.Leanings;
import dev.upswell.taste.SensitiveTopics;
import dev.upswell.taste.Source;
import dev.upswell.taste.TastedItem;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the product makes of a world: vectors and taxonomy once, from the captions known at that time; profiles whenever they are asked
/// for, from what is known then.
///
/// Not for several threads at once.
final class Product {

    /// As many as the product makes where nobody says.
    private static final int CATEGORIES = 100;
    private static final long SEED = 20;
    private static final long DAY = 86_400;
    private static final double USUAL_LIKES = -3;
    /// As many items of a source as a profile looks at or more.
    private static final int ITEMS = 50;

    private final Embedder embedder;
    private final SensitiveTopics sensitive;
    private final Taxonomy taxonomy;
    private final TextCategories categories;
    private final List<ReadVideo> read = new ArrayList<>();
    private final Map<String, List<Integer>> posts = new HashMap<>();
    /// By term how many videos, and which.
    private final Map<String, int[]> saying = new HashMap<>();
    private final Leanings.Usual usual;
    private final Map<Long, Double> usualRates = new HashMap<>();
    private final Map<Authored, Double> authorRates = new HashMap<>();
    /// The last profile alone, which recommenders that are asked the same share.
    private final Map<Moment, Profile> last = new HashMap<>();

    private final Map<Long, Crowd> crowds = new HashMap<>();
    private final long made;

    private record Moment(int person, long at) {
    }

    private record Authored(String author, long day) {
    }

    private Product(Known known, String space, Embedder embedder, List<SaidText> captions) {
        this.embedder = embedder;
        made = known.at();
        sensitive = SensitiveTopics.shipped(embedder);
        taxonomy = new CategoryMaking(new CategoryMaking.Settings(CATEGORIES, SEED, space, Locale.ENGLISH), embedder)
                .of(captions, null).taxonomy();
        categories = new TextCategories(taxonomy);
        learn(known);
        usual = shares();
    }

    /// Vectors and taxonomy from what is known.
    static Product hashed(Known known) {
        return new Product(known, "hashed-" + HashedVectors.SIZE, new HashedVectors(), captions(known));
    }

    /// The same with vectors learnt from the captions.
    static Product learnt(Known known) {
        List<SaidText> captions = captions(known);
        Embedder embedder = LearntVectors.from(captions.stream().map(said -> TextTokens.of(said.text())).toList(),
                HashedVectors.SIZE, SEED);
        return new Product(known, "learnt-" + HashedVectors.SIZE, embedder, captions);
    }

    private static List<SaidText> captions(Known known) {
        return IntStream.range(0, known.videos()).mapToObj(known::video)
                .map(shown -> new SaidText(shown.caption(), shown.creator())).toList();
    }

    Embedder embedder() {
        return embedder;
    }

    SensitiveTopics sensitive() {
        return sensitive;
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    /// What can be read of a video that is known.
    ReadVideo read(Known known, int video) {
        learn(known);
        return read.get(video);
    }

    /// What can be read of a video that was learnt.
    ReadVideo read(int video) {
        return read.get(video);
    }

    /// Videos that say this term, ascending.
    int[] saying(String term) {
        int[] videos = saying.get(term);
        return videos == null ? new int[0] : Arrays.copyOfRange(videos, 1, videos[0] + 1);
    }

    private void says(String term, int video) {
        int[] videos = saying.computeIfAbsent(term, any -> new int[4]);
        if (videos[0] + 1 == videos.length) {
            videos = Arrays.copyOf(videos, 2 * videos.length);
            saying.put(term, videos);
        }
        videos[++videos[0]] = video;
    }

    /// Which share of the videos known when this was made has what.
    Leanings.Usual usual() {
        return usual;
    }

    private Leanings.Usual shares() {
        Map<Leanings.Kind, Map<String, Double>> shares = new EnumMap<>(Leanings.Kind.class);
        for (ReadVideo video : read) {
            video.traits().forEach((kind, names) -> {
                Map<String, Double> of = shares.computeIfAbsent(kind, any -> new HashMap<>());
                names.forEach(name -> of.merge(name, 1.0 / read.size(), Double::sum));
            });
        }
        return new Leanings.Usual(shares);
    }

    /// Reads the videos that are new.
    void learn(Known known) {
        for (int i = read.size(); i < known.videos(); i++) {
            WorldVideo.Shown shown = known.video(i);
            ReadVideo video = ReadVideo.of(shown, embedder, categories);
            read.add(video);
            for (String term : video.terms().keySet()) {
                says(term, i);
            }
            posts.computeIfAbsent(shown.creator(), creator -> new ArrayList<>()).add(i);
        }
    }

    /// What a person liked, as the product gathers it: posts, reposts and likes; what was watched says nothing.
    Person person(Known known, int number) {
        learn(known);
        String handle = known.handle(number);
        List<TastedItem> items = new ArrayList<>();
        List<Integer> own = posts.getOrDefault(handle, List.of()).stream().filter(video -> video < known.videos())
                .toList();
        own.subList(Math.max(0, own.size() - ITEMS), own.size())
                .forEach(video -> items.add(item(known, Source.POST, video, known.video(video).createdAt())));
        items.addAll(acted(known, number, Life.Kind.REPOSTED, Source.REPOST));
        items.addAll(acted(known, number, Life.Kind.LIKED, Source.LIKE));
        long followers = known.followers(handle);
        return new Person(EntityId.creator(handle), followers > 0 ? (Long) followers : null, items, List.of());
    }

    private List<TastedItem> acted(Known known, int number, Life.Kind kind, Source source) {
        Map<Integer, TastedItem> items = new LinkedHashMap<>();
        List<Life.Action> log = known.log(number);
        for (int i = log.size() - 1; i >= 0 && items.size() < ITEMS; i--) {
            Life.Action action = log.get(i);
            if (action.kind() == kind) {
                items.computeIfAbsent(action.video(), video -> item(known, source, video, action.at()));
            }
        }
        return List.copyOf(items.values());
    }

    private TastedItem item(Known known, Source source, int video, long at) {
        return new TastedItem(source, read.get(video).video(), null, Instant.ofEpochSecond(at), counts(known, video));
    }

    private static Counts counts(Known known, int video) {
        return known.counted(video)
                .map(counted -> new Counts(Count.exact(counted.views()), Count.exact(counted.likes()),
                        Count.exact(counted.comments()), Count.exact(counted.shares()), Count.exact(counted.saves()),
                        null, null))
                .orElse(Counts.NONE);
    }

    /// The profile of a person as it is known now.
    Profile profile(Known known, int number) {
        Moment moment = new Moment(number, known.at());
        Profile kept = last.get(moment);
        if (kept != null) {
            return kept;
        }
        Profile made = new AffinityScoring(embedder, sensitive, usualRate(known)).of(person(known, number), taxonomy,
                Instant.ofEpochSecond(known.at()));
        last.clear();
        last.put(moment, made);
        return made;
    }

    /// The same vectors and taxonomy with nothing told by people but what is known here, which may be less.
    Product told(Known less) {
        return new Product(this, less);
    }

    private Product(Product other, Known less) {
        embedder = other.embedder;
        sensitive = other.sensitive;
        taxonomy = other.taxonomy;
        categories = other.categories;
        usual = other.usual;
        made = less.at();
        learn(less);
    }

    /// What people told together until the week began, counted from when this was made.
    Crowd crowd(Known known) {
        long week = Math.floorDiv(known.at() - made, ByInteractions.WEEK_SECONDS);
        return crowds.computeIfAbsent(week, any -> Crowd.of(known.before(made + week * ByInteractions.WEEK_SECONDS)));
    }

    /// As the day began, so that it is worked out once a day.
    private double usualRate(Known known) {
        Known morning = known.before(known.at() / DAY * DAY);
        return usualRates.computeIfAbsent(morning.at(), at -> Engagement.usual(
                IntStream.range(0, morning.videos()).mapToObj(video -> counts(morning, video)).toList()));
    }

    /// Likes per view of an author's videos as the day began, drawn to what is usual by three videos more; null where no video has counts.
    @Nullable
    Double authorRate(Known known, String author) {
        learn(known);
        long day = known.at() / DAY;
        double rate = authorRates.computeIfAbsent(new Authored(author, day),
                any -> likesPerView(known.before(day * DAY), author));
        return rate > 0 ? null : (Double) rate;
    }

    private double likesPerView(Known morning, String author) {
        double sum = 3 * USUAL_LIKES;
        int count = 3;
        for (int video : posts.getOrDefault(author, List.of())) {
            if (video < morning.videos()) {
                var counted = morning.counted(video);
                if (counted.isPresent() && counted.get().views() > 0) {
                    sum += Math.log((counted.get().likes() + 1.0) / (counted.get().views() + 20.0));
                    count++;
                }
            }
        }
        return count == 3 ? 1 : sum / count;
    }
}
