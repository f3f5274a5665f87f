package dev.upswell.server.cli.privacy;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.privacy.TenantErasure;
import dev.upswell.server.privacy.TenantErasures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Erasures of whole tenants as lines and documents.
public final class TenantErasureText {

    private static final int MOST = 500;
    private static final int MARK = 16;

    private TenantErasureText() {
    }

    /// Tells of one that ended.
    public static void tell(Screen screen, TenantErasures erasures, TenantErasure erased) {
        screen.document(erased.told(erasures.chain()));
        TextTable table = new TextTable("where", ">rows or files");
        new TreeMap<>(erased.removed()).forEach((place, count) -> table.row(place, String.valueOf(count)));
        screen.line(table.toString());
        TenantErasure.TenantSearch search = erased.search();
        if (search != null) {
            screen.line("%d rows and files removed. Searched %s and %s for its id and %s of its rows: %s.".formatted(
                    erased.count(), Counted.of(search.tables(), "table"),
                    Counted.of(search.files(), "file"), Counted.of(search.values(), "value"),
                    search.found().isEmpty() ? "nothing is left" : "still in " + search.found()));
            search.kept().forEach((place, count) -> screen.line(
                    "Of %s %d name it and stay until they age.".formatted(place, count)));
        }
        TenantErasure.Link link = erased.link();
        if (link != null) {
            screen.line("Record " + erased.id() + ", place " + link.place() + " of the chain, hash " + link.hash()
                    + ". Backups are not known to Upswell.");
        }
    }

    /// Lists the records, and says whether they are as they were written; the exit code.
    ///
    /// @param name whose; null for all
    public static int list(Screen screen, TenantErasures erasures, @Nullable String name) {
        TenantErasures.Chain chain = erasures.chain();
        List<TenantErasure> all = name == null ? erasures.list(MOST, 0) : erasures.of(name);
        screen.document(Map.of("sound", chain.sound(), "records", chain.records(), "erasures",
                all.stream().map(one -> one.told(chain)).toList()));
        if (all.isEmpty()) {
            screen.line(name == null ? "No tenant was erased." : "No tenant " + name + " was erased.");
        } else {
            TextTable table = new TextTable("record", "tenant", "asked", "by", "ended", ">rows and files", "record is");
            all.forEach(one -> table.row(one.id().toString(),
                    one.name() == null ? "mark " + one.marks().name().substring(0, MARK) : one.name(),
                    one.asked().at().toString(), one.asked().by(),
                    one.endedAt() == null ? "open" : one.endedAt().toString(), String.valueOf(one.count()),
                    one.standing(chain)));
            screen.line(table.toString());
        }
        screen.line(chain.sound()
                ? "The chain of " + Counted.of(chain.records(), "record") + " is as it was written."
                : "THE CHAIN IS BROKEN: a record was changed or removed.");
        return chain.sound() ? Cli.DONE : Cli.FAILED;
    }
}
