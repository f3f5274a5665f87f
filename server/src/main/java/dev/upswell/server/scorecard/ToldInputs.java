package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.KnownInput.Origin;
import dev.upswell.server.scorecard.ScorecardFile.Row;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody tells of creators beside what is derived: values of inputs, and which ads are whose.
///
/// A value holds from its time on until another is told.
public final class ToldInputs {

    private static final int LONGEST_NAME = 200;

    private final TenantId tenant;
    private final Database database;
    private final ToldInputRepository told = new ToldInputRepository();

    public ToldInputs(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// What became of what was told.
    ///
    /// @param creators of how many something was kept
    /// @param values how many were kept
    public record Report(int creators, int values, List<Refused> refused) {

        public Report {
            refused = List.copyOf(refused);
        }
    }

    /// A row that was not kept.
    ///
    /// @param line on which it begins, from 1
    public record Refused(long line, List<String> problems) {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Which ads are a creator's.
    ///
    /// @param ads null for none
    /// @param since from when on it holds, until something else is said
    public record Link(String creator, @Nullable String ads, Instant since, String by) {
    }

    /// The handle as it is kept: lower case, without `@`.
    public static String handle(String name) {
        return name.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }

    /// Keeps the rows of a CSV or of JSON lines; what is wrong with one leaves the others as they are.
    ///
    /// @param by who tells it, such as the name of the file
    /// @param asOf from when on it holds
    public Report keep(String text, String by, Instant asOf) {
        List<Refused> refused = new ArrayList<>();
        int[] kept = new int[2];
        database.transactions().run(tenant, db -> {
            refused.clear();
            kept[0] = 0;
            kept[1] = 0;
            for (Row row : ScorecardFile.of(text)) {
                switch (row.read()) {
                    case Read.Broken(List<String> problems) -> refused.add(new Refused(row.line(), problems));
                    case Read.Sound(ScorecardRequest request) -> {
                        String creator = request.creator() == null ? "" : handle(request.creator());
                        if (creator.isEmpty()) {
                            refused.add(new Refused(row.line(), List.of("creator_id is missing.")));
                        } else if (creator.length() > LONGEST_NAME || creator.indexOf('\0') >= 0) {
                            refused.add(new Refused(row.line(), List.of("creator_id must have at most " + LONGEST_NAME
                                    + " characters in lower case, none of them zero.")));
                        } else {
                            request.inputs().forEach((input, value) -> told.keep(db, creator,
                                    new KnownInput(input, value, Origin.TOLD, by, asOf)));
                            kept[0]++;
                            kept[1] += request.inputs().size();
                        }
                    }
                }
            }
        });
        return new Report(kept[0], kept[1], refused);
    }

    /// All that was told of an input until an instant, the last first, by creator.
    public Map<String, List<KnownInput>> all(Input input, Instant until) {
        return database.transactions().call(tenant, db -> told.all(db, input, until));
    }

    /// Says which ads are a creator's from a time on, until something else is said; what was said as of the same time is replaced.
    ///
    /// **errors** [ScorecardRefused] naming everything that is wrong
    ///
    /// @param ads an advertiser's account, how the names of the ads begin, or `*` for all; empty for none
    /// @param by who says it
    public Link link(String creator, String ads, Instant since, String by) {
        String handle = handle(creator);
        String which = ads.strip();
        List<String> problems = new ArrayList<>();
        check("The creator", handle, 1, problems);
        check("The ads", which, 0, problems);
        if (!problems.isEmpty()) {
            throw ScorecardRefused.link(problems);
        }
        Link link = new Link(handle, which.isEmpty() ? null : which, since.truncatedTo(ChronoUnit.MICROS), by);
        database.transactions().run(tenant, db -> told.link(db, link));
        return link;
    }

    private static void check(String what, String text, int least, List<String> problems) {
        if (text.length() < least || text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            problems.add(what + " must have " + least + " to " + LONGEST_NAME + " characters, none of them zero.");
        }
    }

    /// Forgets what was said of a creator's ads as of a time.
    ///
    /// **errors** [ScorecardRefused] when nothing was
    public void forgetLink(String creator, Instant since) {
        String handle = handle(creator);
        if (!database.transactions().call(tenant, db -> told.unlink(db, handle, since))) {
            throw ScorecardRefused.noLink(handle, since);
        }
    }

    /// What was said of a creator's ads, the last first.
    public List<Link> links(String creator) {
        return database.transactions().call(tenant, db -> told.links(db, handle(creator)));
    }
}
