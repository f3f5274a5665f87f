package dev.upswell.server.access.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.Role;
import dev.upswell.server.access.Scope;
import dev.upswell.server.access.tenancy.AimedRequests.Asked;
import dev.upswell.server.access.tenancy.AimedRequests.Pair;
import dev.upswell.server.access.tenancy.Town.Guest;
import dev.upswell.server.store.RowsOfEveryTable;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests of one tenant's people and programs at every route, aimed at what another keeps: whatever they name of it is answered like
/// what nobody has, no answer shows anything of it, and none of it changes.
///
/// The neighbour has rows in every table. Its agents rest, so that whatever changes was changed by a request. With
/// `-Dupswell.isolation.requests=10000` it asks that often; 1,000 times without.
class RequestsAtANeighbourTest {

    private static final int REQUESTS = Integer.getInteger("upswell.isolation.requests", 1_000);
    private static final long SEED = Long.getLong("upswell.isolation.seed", 20_251_123);
    private static final String MARK = "zqtheirs";
    private static final String OURS = "zqours";
    private static final Set<String> NOISE = Set.of("date", "etag", "last-modified", "content-length", ":status",
            "keep-alive", "connection");
    /// Up to how many characters a value may be part of something else, and how many are shown at most of one that is refused.
    private static final int SHORT = 5;
    private static final int SHORTENED = 40;
    /// Looked through and not compared: searches of the documentation and questions, whose answers go by the letters, and the audit and
    /// exports, which hold the requests that were made.
    private static final Set<String> LOOKED_THROUGH = Set.of("GET /docs", "GET /ask", "GET /api/v1/ask",
            "POST /api/v1/ask", "GET /access/audit", "GET /api/v1/audit", "POST /api/v1/privacy/exports",
            "POST /compliance/privacy/exports");
    /// Secrets and hashes.
    private static final Pattern NEVER_THE_SAME = Pattern.compile("token=[\\w-]{43}|\\b[0-9a-f]{64}\\b");
    private static final Pattern UUIDS = Pattern
            .compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @TempDir
    private Path folder;

    private final List<String> findings = new ArrayList<>();
    private final Map<String, Long> nanos = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    private Path readings(String... hashtags) {
        StringBuilder rows = new StringBuilder("hashtag,observed_at,views\n");
        Instant first = Instant.parse("2025-11-17T00:00:00Z");
        for (String hashtag : hashtags) {
            for (int step = 0; step < 36; step++) {
                rows.append(hashtag).append(',').append(first.plus(Duration.ofHours(3L * step))).append(',')
                        .append(50_000 + 4_000 * step).append('\n');
            }
        }
        try {
            return Files.writeString(folder.resolve(hashtags[0] + ".csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TenantId id(String tenant) {
        return TestDatabase.shared().tenants().find(tenant).orElseThrow();
    }

    private void furnish(Town town) {
        town.load(town.home, readings(OURS + "tag"));
        town.load(town.neighbour, readings(MARK + "lake01", MARK + "lake02", MARK + "lake03"));
        TestDatabase.asOwner(db -> {
            RowsOfEveryTable.fill(db, id(town.neighbour), MARK, 3, SEED);
            return db;
        });
        town.workplace.installation().end(town.neighbour);
    }

    /// Everything that the neighbour keeps: its rows, and the names and sizes of its files.
    private static Map<String, Object> kept(String tenant) {
        Map<String, Object> kept = new LinkedHashMap<>();
        TestDatabase.asOwner(db -> {
            kept.putAll(RowsOfEveryTable.read(db, id(tenant)));
            return db;
        });
        // PostgreSQL makes and removes files of its own meanwhile.
        try (Stream<Path> folders = Files.list(TestDatabase.sharedFolder())) {
            kept.put("files",
                    folders.filter(folder -> !folder.endsWith("postgres")).flatMap(folder -> named(folder, tenant))
                            .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    private static Stream<String> named(Path folder, String tenant) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains(id(tenant).toString())).filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Guest> callers(Town town) {
        List<Guest> callers = new ArrayList<>();
        for (Role role : List.of(Role.OWNER, Role.ANALYST, Role.PLANNER, Role.CLIENT, Role.ADMIN)) {
            town.person(town.home, OURS + "-" + role.label(), role);
            Guest guest = town.signedIn(OURS + "-" + role.label());
            callers.add(guest);
            callers.add(guest.with("Accept", "application/json"));
        }
        Guest owner = callers.getFirst();
        callers.addAll(List.of(owner, owner, owner.with("Accept", "application/json"), owner.with("HX-Request", "true"),
                town.program(town.token(town.home, Scope.values())),
                town.program(town.token(town.home, Scope.READ))));
        return callers;
    }

    @Test
    void whatTheyNameOfItIsAnsweredLikeWhatNobodyHas() {
        try (Town town = new Town(this::furnish)) {
            List<Guest> callers = callers(town);
            var values = new NeighboursValues(id(town.neighbour), MARK,
                    List.of(town.neighbour, MARK + "lake01", MARK + "lake01.csv", town.neighbour + ".csv"));
            var requests = new AimedRequests(values, callers.get(1), SEED);
            Map<String, Object> before = kept(town.neighbour);

            for (int i = 0; i < REQUESTS; i++) {
                ask(requests.pair(i), callers.get((i / requests.routes() * 7 + i) % callers.size()), values);
            }

            System.out.printf("%d pairs at %d routes, of which %d read parameters; %d values named, %d canaries; %s%n",
                    REQUESTS, requests.routes(), requests.reading(), values.sent().size(), values.canaries().size(),
                    statuses);
            nanos.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(12)
                    .forEach(one -> System.out.println(one.getValue() / 1_000_000 + " ms at " + one.getKey()));
            assertThat(findings).isEmpty();
            assertThat(statuses).as("answers by status").doesNotContainKey(500);
            assertThat(kept(town.neighbour)).isEqualTo(before);
            assertThat(values.canaries()).hasSizeGreaterThan(1_000);
            assertThat(callers.getFirst().get("/trends?days=90").body()).contains(OURS + "tag").doesNotContain(MARK);
        }
    }

    private void ask(Pair pair, Guest caller, NeighboursValues values) {
        long start = System.nanoTime();
        Answer there = answer(caller, pair.there(), pair, values);
        Answer nowhere = answer(caller, pair.nowhere(), pair, values);
        if (!there.equals(nowhere) && there.status() == nowhere.status()) {
            // What was made by the first is there for the second: asked again, both find it.
            there = answer(caller, pair.there(), pair, values);
            nowhere = answer(caller, pair.nowhere(), pair, values);
        }
        // What names nothing of it is looked through, and what it says of its own doing may differ.
        if (!there.equals(nowhere) && names(pair, values) && !(grows(pair) && there.saysWhat(nowhere))) {
            findings.add(pair.there() + "\n  " + there.beside(nowhere));
        }
        if (there.status() >= 500) {
            System.out.println(there.status() + " for " + pair.there());
        }
        statuses.merge(there.status(), 1, Integer::sum);
        nanos.merge(pair.route(), System.nanoTime() - start, Long::sum);
    }

    /// Whether it names something that the neighbour alone has, where the words themselves are not what is read.
    private static boolean names(Pair pair, NeighboursValues values) {
        Asked asked = pair.there();
        String said = asked.path() + " " + asked.body();
        return !asked.isLike(pair.nowhere()) && !LOOKED_THROUGH.contains(pair.route())
                && (said.contains(MARK)
                        || UUIDS.matcher(said).results().map(one -> one.group()).anyMatch(values.sent()::contains));
    }

    /// Whether each request alone makes the answer longer.
    private static boolean grows(Pair pair) {
        return !pair.there().method().equals("GET") || pair.route().contains("audit");
    }

    /// An answer without what may differ.
    private record Answer(int status, String headers, String body) {

        /// Whether both say the same things, however often: lists of what was sent grow by each.
        boolean saysWhat(Answer other) {
            return status == other.status && headers.equals(other.headers) && things().equals(other.things());
        }

        private Set<String> things() {
            return Set.copyOf(new TreeSet<>(List.of(body.replaceAll("\\d+", "#").split("[<,]"))));
        }

        String beside(Answer other) {
            int at = 0;
            while (at < Math.min(body.length(), other.body.length()) && body.charAt(at) == other.body.charAt(at)) {
                at++;
            }
            return "there " + status + " " + part(body, at) + "\n  nowhere " + other.status + " "
                    + part(other.body, at)
                    + (headers.equals(other.headers) ? "" : "\n  " + headers + "\n  " + other.headers);
        }

        private static String part(String text, int at) {
            return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 160)).replaceAll("\\s+", " ");
        }
    }

    private Answer answer(Guest caller, Asked asked, Pair pair, NeighboursValues values) {
        HttpResponse<String> answer = caller.send(asked.method(), asked.path(), asked.type(), asked.body());
        String whole = answer.headers().map() + answer.body();
        if (whole.contains(MARK)) {
            values.canaries().stream().filter(whole::contains)
                    .forEach(one -> findings.add(asked + " shows " + one));
        }
        UUIDS.matcher(whole).results().map(one -> one.group()).filter(values.canaries()::contains)
                .forEach(one -> findings.add(asked + " shows " + one));
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(NOISE::contains);
        return new Answer(answer.statusCode(), masked(headers.toString(), pair),
                masked(answer.body(), pair));
    }

    private static String masked(String text, Pair pair) {
        Set<String> named = new TreeSet<>(Comparator.comparing(String::length).reversed()
                .thenComparing(Comparator.naturalOrder()));
        pair.there().values().forEach((name, value) -> {
            named.add(value);
            named.add(String.valueOf(pair.nowhere().values().get(name)));
        });
        String masked = NEVER_THE_SAME.matcher(text).replaceAll("(once)");
        for (String one : named) {
            if (one.length() > SHORTENED) {
                masked = masked.replace(one, "(named)").replace(one.substring(0, SHORTENED), "(named)");
            } else if (one.length() > SHORT) {
                masked = masked.replace(one, "(named)");
            }
        }
        masked = UUIDS.matcher(masked).replaceAll("(made)");
        for (String one : named) {
            if (one.length() <= SHORT) {
                masked = masked.replaceAll("(?<![\\w-])" + Pattern.quote(one) + "(?![\\w-])", "(named)");
            }
        }
        return masked;
    }
}
