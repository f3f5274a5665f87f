package dev.upswell.server.taste;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.taxonomy.CategoryMaking;
import dev.upswell.taxonomy.SaidText;
import dev.upswell.taste.Taxonomy;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The taxonomies of a tenant, in versions.
public final class Taxonomies {

    private static final String CAPTIONS = "captions";

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Words words;
    private final TaxonomyRepository taxonomies = new TaxonomyRepository();
    private final EventLogRepository events = new EventLogRepository("taste");

    /// Whose categories rules put into words.
    public Taxonomies(TenantId tenant, Database database, InstantSource clock) {
        this(tenant, database, clock, work -> new Worded(work.made().taxonomy(), false, List.of()));
    }

    /// @param words puts categories into words
    public Taxonomies(TenantId tenant, Database database, InstantSource clock, Words words) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.words = words;
    }

    /// Puts categories into words otherwise than rules do, or leaves them as they are.
    @FunctionalInterface
    public interface Words {

        /// The same categories in the same order; whatever fails stays as rules worded it.
        Worded of(Work work);
    }

    /// Categories that rules made and worded.
    ///
    /// @param before the version before; null where there was none
    public record Work(CategoryMaking.Made made, List<SaidText> texts, @Nullable Taxonomy before, Locale language) {

        public Work {
            texts = List.copyOf(texts);
        }
    }

    /// Categories in words.
    ///
    /// @param byModel whether a language model worded any of them
    /// @param notes who worded what, and what of it did not hold
    public record Worded(Taxonomy taxonomy, boolean byModel, List<String> notes) {

        public Worded {
            notes = List.copyOf(notes);
        }
    }

    /// A version without its categories.
    ///
    /// @param categories how many it has
    public record Version(KeptTaxonomy kept, int categories) {
    }

    /// How two versions differ.
    ///
    /// @param stayed tags of both
    /// @param gone tags of the first alone
    /// @param added tags of the second alone, each with the tag that it came out of, empty for none
    public record Difference(KeptTaxonomy from, KeptTaxonomy to, List<String> stayed, List<String> gone,
            List<Added> added) {
    }

    /// A category that an earlier version had not.
    public record Added(String tag, Optional<String> forerunner) {
    }

    /// Makes a version from the stored captions, going on from the newest one.
    ///
    /// **errors** [TasteRefused] when no category comes out of them
    public KeptTaxonomy make(int categories, Locale language) {
        return make(CaptionRepository.all(tenant, database), CAPTIONS, categories, language);
    }

    /// Makes a version from these texts, going on from the newest one.
    ///
    /// @param source what they are, for example the name of their file
    public KeptTaxonomy make(List<SaidText> texts, String source, int categories, Locale language) {
        Taxonomy before = find().map(KeptTaxonomy::taxonomy).orElse(null);
        CategoryMaking.Made made = TaxonomyMaking.make(texts, categories, language, before);
        Worded worded = words.of(new Work(made, texts, before, language));
        return keep(worded.taxonomy(), new Making(source, texts.size(), categories,
                worded.byModel() ? "MODEL" : "TEMPLATE",
                Stream.concat(made.notes().stream(), worded.notes().stream()).toList()));
    }

    private record Making(String source, int texts, int asked, String writtenBy, List<String> notes) {
    }

    /// Keeps a taxonomy that somebody brought as a version; the newest one where it is the same.
    ///
    /// @param source for example the name of its file
    public KeptTaxonomy keep(Taxonomy brought, String source) {
        Optional<KeptTaxonomy> latest = find();
        return latest.isPresent() && same(latest.get().taxonomy(), brought)
                ? latest.get()
                : keep(brought, new Making(source, 0, Math.max(1, brought.categories().size()), "PERSON", List.of()));
    }

    private static boolean same(Taxonomy one, Taxonomy other) {
        return one.categories().size() == other.categories().size() && one.categories().stream()
                .allMatch(category -> other.find(category.tag())
                        .filter(found -> found.text().equals(category.text())).isPresent());
    }

    private KeptTaxonomy keep(Taxonomy taxonomy, Making making) {
        return database.transactions().call(tenant, db -> {
            KeptTaxonomy one = new KeptTaxonomy(UUID.randomUUID(), taxonomies.nextNumber(db), clock.instant(),
                    making.source(), making.texts(), making.asked(), making.writtenBy(), making.notes(), taxonomy);
            taxonomies.keep(db, one);
            events.write(db, EventType.TAXONOMY_MADE, Map.of("taxonomy", one.number(), "texts", one.texts(),
                    "categories", taxonomy.categories().size()));
            return one;
        });
    }

    /// Part of the versions, the newest first.
    public record Part(List<Version> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// The versions, the newest first.
    ///
    /// @param limit how many at most
    /// @param offset how many are passed over
    public Part list(int limit, int offset) {
        return database.transactions().call(tenant, db -> new Part(taxonomies.list(db, limit, offset).stream()
                .map(row -> new Version(row.kept(), row.categories())).toList(), taxonomies.count(db)));
    }

    /// The version of this number.
    ///
    /// **errors** [TasteRefused] when there is none
    public KeptTaxonomy get(int number) {
        return database.transactions().call(tenant, db -> taxonomies.find(db, number))
                .orElseThrow(() -> TasteRefused.unknownTaxonomy(number));
    }

    /// The newest version.
    ///
    /// **errors** [TasteRefused] when there is none
    public KeptTaxonomy latest() {
        return find().orElseThrow(TasteRefused::noTaxonomy);
    }

    /// The newest version, if there is one.
    public Optional<KeptTaxonomy> find() {
        return database.transactions().call(tenant, taxonomies::latest);
    }

    /// How one version differs from another.
    public Difference compare(int from, int to) {
        KeptTaxonomy first = get(from);
        KeptTaxonomy second = get(to);
        List<String> stayed = second.taxonomy().categories().stream()
                .map(category -> category.tag()).filter(tag -> first.taxonomy().find(tag).isPresent()).toList();
        List<String> gone = first.taxonomy().categories().stream().map(category -> category.tag())
                .filter(tag -> second.taxonomy().find(tag).isEmpty()).toList();
        List<Added> added = second.taxonomy().categories().stream()
                .filter(category -> first.taxonomy().find(category.tag()).isEmpty())
                .map(category -> new Added(category.tag(), known(category.forerunner()))).toList();
        return new Difference(first, second, stayed, gone, added);
    }

    private static Optional<String> known(@Nullable String forerunner) {
        return Optional.ofNullable(forerunner);
    }
}
