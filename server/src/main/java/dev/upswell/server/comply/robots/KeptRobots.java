package dev.upswell.server.comply.robots;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.Robots;
import dev.upswell.server.comply.Verdict;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.AddressRefused;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Robots rules that are asked for once a day and site, with every denial in the audit trail.
///
/// A site without the file (4xx) allows everything. One that fails (5xx), answers oddly or is silent allows nothing, and is asked
/// again after ten minutes. So is one whose address, or one that it leads to, lies inside a private network.
public final class KeptRobots implements Robots {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_FAILURE = Duration.ofMinutes(10);
    private static final int MOST_SITES = 1_000;
    private static final String ACTOR = "browser";
    private static final String BY_RULES = "robots";
    private static final String BY_ADDRESS = "private-address";

    private final TenantId tenant;
    private final Database database;
    private final RobotsFetch fetch;
    private final InstantSource clock;
    private final Map<String, Site> sites = new HashMap<>();

    /// A site, held while it is asked; what is known of it is null until then.
    private static final class Site {

        private @Nullable Known known;
    }

    /// What is known of a site.
    private sealed interface Known {

        Instant until();

        record Rules(RobotsRules rules, Instant until) implements Known {
        }

        record Unreachable(String why, Instant until) implements Known {
        }

        record Inside(String why, Instant until) implements Known {
        }
    }

    KeptRobots(TenantId tenant, Database database, RobotsFetch fetch, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.fetch = fetch;
        this.clock = clock;
    }

    /// Rules of sites on the network, for this tenant.
    ///
    /// @param guard which of them may be asked
    public static Robots of(TenantId tenant, Database database, AddressGuard guard, InstantSource clock) {
        return new KeptRobots(tenant, database, new HttpRobotsFetch(guard), clock);
    }

    @Override
    public Answer ask(URI page) {
        Instant now = clock.instant();
        Ruling ruling = ruling(page, now);
        Answer answer = ruling.answer();
        String subject = bare(page);
        database.transactions().run(tenant, db -> {
            if (answer.allowed()) {
                AuditRepository.allowed(db, now, AuditEntry.Action.CAPTURE, site(page),
                        new Verdict.Allowed("robots", "figures of one's own account"), 0);
            } else {
                AuditRepository.write(db, new AuditEntry(now, ACTOR, AuditEntry.Action.CAPTURE, subject,
                        AuditEntry.Decision.DENIED, ruling.by(), answer.rule(), Map.of()));
            }
        });
        return answer;
    }

    /// @param by what decided, as the audit trail calls it
    private record Ruling(Answer answer, String by) {
    }

    private Ruling ruling(URI page, Instant now) {
        String scheme = page.getScheme();
        if (page.getHost() == null || scheme == null || !scheme.matches("(?i)https?")) {
            return denied("only http and https addresses have robots rules", BY_RULES);
        }
        return switch (known(page, now)) {
            case Known.Rules known -> new Ruling(known.rules().ask(page), BY_RULES);
            case Known.Unreachable known -> denied(known.why(), BY_RULES);
            case Known.Inside known -> denied(known.why(), BY_ADDRESS);
        };
    }

    private static Ruling denied(String why, String by) {
        return new Ruling(new Answer(false, why, null), by);
    }

    /// One site is asked by one thread at a time; who asks about another does not wait for it.
    private Known known(URI page, Instant now) {
        String address = site(page);
        Site site;
        synchronized (sites) {
            if (sites.size() >= MOST_SITES && !sites.containsKey(address)) {
                sites.clear();
            }
            site = sites.computeIfAbsent(address, _ -> new Site());
        }
        synchronized (site) {
            Known known = site.known;
            if (known == null || !known.until().isAfter(now)) {
                known = read(URI.create(address + "/robots.txt"), now);
                site.known = known;
            }
            return known;
        }
    }

    private Known read(URI robots, Instant now) {
        try {
            RobotsFetch.Fetched fetched = fetch.read(robots);
            int status = fetched.status();
            if (status >= 200 && status < 300) {
                return new Known.Rules(RobotsRules.parse(fetched.body(), PRODUCT), now.plus(KEPT));
            }
            if (status >= 400 && status < 500) {
                return new Known.Rules(RobotsRules.parse("", PRODUCT), now.plus(KEPT));
            }
            return unreachable("robots.txt was answered with status " + status, now);
        } catch (AddressRefused refused) {
            return new Known.Inside("robots.txt is not asked for: " + refused.getMessage(), now.plus(KEPT_FAILURE));
        } catch (IOException e) {
            return unreachable("robots.txt cannot be reached: " + e.getClass().getSimpleName(), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Known.Unreachable("the asking for robots.txt was stopped", now);
        }
    }

    private static Known unreachable(String why, Instant now) {
        return new Known.Unreachable(why, now.plus(KEPT_FAILURE));
    }

    private static String site(URI page) {
        String host = String.valueOf(page.getHost()).toLowerCase(Locale.ROOT);
        String port = page.getPort() < 0 ? "" : ":" + page.getPort();
        return String.valueOf(page.getScheme()).toLowerCase(Locale.ROOT) + "://" + host + port;
    }

    /// Without what follows `?`, which may hold a key.
    private static String bare(URI page) {
        String path = page.getRawPath();
        return site(page) + (path == null ? "" : path);
    }
}
