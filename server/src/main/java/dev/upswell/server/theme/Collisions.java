package dev.upswell.server.theme;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.CollisionRun.Kind;
import dev.upswell.theme.Colliding;
import dev.upswell.theme.Posting;
import dev.upswell.theme.ThemeGroups;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Pairs of hashtags and of themes that the same creators take up while both rise, as runs of themes found them.
///
/// What a run found stays as it is: whoever asks as of an earlier instant gets what was found then.
public final class Collisions {

    private final TenantId tenant;
    private final Database database;
    private final CollisionRepository rows = new CollisionRepository();

    public Collisions(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// The last search of a kind; empty before the first.
    ///
    /// @param asOf null for the last of all
    public Optional<CollisionRun> last(Kind kind, @Nullable Instant asOf) {
        return database.transactions().call(tenant, db -> rows.last(db, kind, asOf));
    }

    /// Looks for both kinds in what a run of themes has read.
    ///
    /// @param names of themes by id
    /// @param at nothing later counts
    static List<CollisionRun> searched(List<Texts.Read> read, ThemeGroups groups, Map<Long, String> names, Instant at,
            Instant now) {
        return List.of(searched(Kind.HASHTAG, read, Collisions::hashtags, name -> "#" + name, at, now),
                searched(Kind.THEME, read, one -> themes(one, groups),
                        id -> names.getOrDefault(Long.valueOf(id), "theme " + id), at, now));
    }

    private static CollisionRun searched(Kind kind, List<Texts.Read> read, Function<Texts.Read, Set<String>> subjects,
            Function<String, String> names, Instant at, Instant now) {
        Colliding.Search search = Colliding.of(read.stream().flatMap(one -> posting(one, subjects).stream()).toList(),
                at);
        return new CollisionRun(UUID.randomUUID(), kind, now, at, search.postings(), search.creators(),
                search.subjects(), search.pairs(), search.found().stream()
                        .map(one -> new CollisionRun.Pair(one, names.apply(one.one().subject()),
                                names.apply(one.other().subject())))
                        .toList());
    }

    private static Optional<Posting> posting(Texts.Read read, Function<Texts.Read, Set<String>> subjects) {
        Instant posted = read.caption().postedAt();
        String creator = read.caption().creator();
        return posted == null || creator == null
                ? Optional.empty()
                : Optional.of(new Posting(read.caption().video(), creator, posted, subjects.apply(read)));
    }

    private static Set<String> hashtags(Texts.Read read) {
        return read.caption().hashtags().stream().filter(name -> !Posting.isGeneric(name)).collect(Collectors.toSet());
    }

    /// The theme that a caption belongs to, and those of its hashtags.
    private static Set<String> themes(Texts.Read read, ThemeGroups groups) {
        Set<String> themes = new HashSet<>();
        read.caption().hashtags().forEach(name -> Optional.ofNullable(groups.hashtags().get(name))
                .ifPresent(member -> themes.add(Long.toString(member.theme()))));
        Optional.ofNullable(groups.captions().get(read.caption().video()))
                .ifPresent(member -> themes.add(Long.toString(member.theme())));
        return themes;
    }
}
