package dev.upswell.server.scorecard;

import dev.upswell.server.scorecard.KnownInput.Origin;
import dev.upswell.server.scorecard.ScorecardFile.Row;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /// Says which ads are a creator's.
    ///
    /// @param ads an advertiser's account, how the names of the ads begin, or `*` for all; empty for none
    public void link(String creator, String ads) {
        database.transactions().run(tenant, db -> {
            if (ads.isBlank()) {
                told.unlink(db, handle(creator));
            } else {
                told.link(db, handle(creator), ads.strip());
            }
        });
    }
}
