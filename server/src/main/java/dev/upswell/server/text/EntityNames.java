package dev.upswell.server.text;

import dev.upswell.language.Entities;
import dev.upswell.language.Entity;
import dev.upswell.language.EntityProposals;
import dev.upswell.language.EntityWords;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The names that a tenant's captions are searched for: those that ship, those that people approved, without those that people rejected,
/// and those collected creators that may be named.
///
/// Nothing that is found is stored: captions are read when somebody asks, so that an approval counts at once, and what is erased is gone.
public final class EntityNames {

    private static final int LONGEST = 60;
    private static final int SPELLINGS = 10;
    private static final int PROPOSED = 100;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final StoredCaptionRepository stored;
    private final NamedCreatorRepository creators;
    private final EntityNameRepository rows = new EntityNameRepository();

    /// @param creators which of them are named
    public EntityNames(TenantId tenant, Database database, InstantSource clock, NamedCreatorRepository creators) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.stored = new StoredCaptionRepository(database);
        this.creators = creators;
    }

    /// Something that captions name.
    ///
    /// @param captions that name it
    /// @param creators whose captions these are; captions of unknown creators count as one each
    /// @param why by what it was known, the most frequent first
    public record Named(Entity.Kind kind, String name, int captions, int creators, List<Entity.Why> why) {

        public Named {
            why = List.copyOf(why);
        }
    }

    /// What some captions name.
    ///
    /// @param captions that were read
    /// @param naming how many of them name anything
    /// @param named what most creators name first
    public record Found(int captions, int naming, List<Named> named) {

        public Found {
            named = List.copyOf(named);
        }
    }

    /// Names that people decided on.
    public List<SaidEntity> said() {
        return database.transactions().call(tenant, rows::list);
    }

    /// Says whether captions are searched for a name; it counts from now on.
    ///
    /// **errors** [TextRefused] when it is no name, or a creator: those are known by their videos
    public SaidEntity say(String name, Entity.Kind kind, List<String> spellings, SaidEntity.State state, String by) {
        SaidEntity said = new SaidEntity(fit(name), kind, spellings.stream().limit(SPELLINGS).map(EntityNames::fit)
                .distinct().toList(), state, by, clock.instant());
        if (kind == Entity.Kind.CREATOR) {
            throw TextRefused.creator(said.name());
        }
        database.transactions().run(tenant, db -> rows.put(db, said));
        return said;
    }

    private static String fit(String name) {
        String clean = name.strip().replaceAll("\\s+", " ");
        if (clean.length() > LONGEST || clean.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
            throw TextRefused.name(clean);
        }
        return clean;
    }

    /// Finds names in texts, as things are known now.
    public Entities search() {
        return new Entities(words(said()), creators.list());
    }

    private static EntityWords words(List<SaidEntity> said) {
        Map<String, SaidEntity> last = last(said);
        return EntityWords.shipped().without(rejected(last))
                .with(last.values().stream().filter(one -> one.state() == SaidEntity.State.APPROVED)
                        .filter(one -> one.spellings().stream()
                                .noneMatch(spelling -> isRejectedSince(one, spelling, last)))
                        .map(one -> new EntityWords.Entry(one.name(), one.kind(), one.spellings(),
                                EntityWords.As.ALWAYS))
                        .toList());
    }

    /// The last decision of each name, in whatever case and signs it was written; of two at one instant the rejection.
    private static Map<String, SaidEntity> last(List<SaidEntity> said) {
        return said.stream().collect(Collectors.toMap(one -> EntityWords.joined(one.name()), one -> one,
                (a, b) -> a.at().equals(b.at())
                        ? a.state() == SaidEntity.State.REJECTED ? a : b
                        : a.at().isAfter(b.at()) ? a : b,
                TreeMap::new));
    }

    private static Set<String> rejected(Map<String, SaidEntity> last) {
        return last.values().stream().filter(one -> one.state() == SaidEntity.State.REJECTED).map(SaidEntity::name)
                .collect(Collectors.toSet());
    }

    private static boolean isRejectedSince(SaidEntity approved, String spelling, Map<String, SaidEntity> last) {
        SaidEntity said = last.get(EntityWords.joined(spelling));
        return said != null && said.state() == SaidEntity.State.REJECTED && !said.at().isBefore(approved.at());
    }

    /// What the captions of these videos name.
    ///
    /// **cost** reads the captions from the lake
    public Found in(List<String> videos) {
        Entities search = search();
        List<StoredCaption> captions = stored.list(tenant, videos);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        int naming = 0;
        for (StoredCaption caption : captions) {
            List<Entity> found = search.in(caption.text());
            naming += found.isEmpty() ? 0 : 1;
            String creator = caption.creator();
            found.forEach(one -> tallies.computeIfAbsent(one.kind() + " " + one.name(), key -> new Tally(one))
                    .add(caption.video(), creator == null ? caption.video() : creator, one.why()));
        }
        return new Found(captions.size(), naming, tallies.values().stream().map(Tally::named)
                .sorted((a, b) -> a.creators() != b.creators()
                        ? Integer.compare(b.creators(), a.creators())
                        : a.name().compareTo(b.name()))
                .toList());
    }

    /// Who names something in which captions, and by what.
    private static final class Tally {

        private final Entity first;
        private final Set<String> videos = new TreeSet<>();
        private final Set<String> creators = new TreeSet<>();
        private final Map<Entity.Why, Integer> why = new LinkedHashMap<>();

        Tally(Entity first) {
            this.first = first;
        }

        void add(String video, String creator, Entity.Why by) {
            videos.add(video);
            creators.add(creator);
            why.merge(by, 1, Integer::sum);
        }

        Named named() {
            return new Named(first.kind(), first.name(), videos.size(), creators.size(), why.entrySet().stream()
                    .sorted(Map.Entry.<Entity.Why, Integer>comparingByValue().reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey).toList());
        }
    }

    /// Names that look like brands or products and that nobody decided on, the most used first; 100 at most.
    ///
    /// **cost** reads all captions from the lake
    public List<EntityProposals.Proposal> proposed() {
        List<SaidEntity> said = said();
        List<EntityProposals.Spoken> captions = new ArrayList<>();
        stored.list(tenant).forEach(one -> {
            String creator = one.creator();
            captions.add(new EntityProposals.Spoken(creator == null ? one.video() : creator, one.text()));
        });
        return EntityProposals.of(captions, words(said), rejected(last(said)), PROPOSED);
    }
}
