package dev.upswell.server.app;

import dev.upswell.server.GeneratedDocument;
import dev.upswell.server.store.Catalog;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps `docs/data-dictionary.md` true: it is generated from the catalog and the datasets.
class DataDictionaryTest {

    @Test
    void dataDictionaryIsFresh() {
        GeneratedDocument.at("docs/data-dictionary.md").mustEqual(
                """
                    # Data dictionary

                    Generated from the database's own catalog and the datasets; do not edit by hand. Words are explained in
                    [dictionary.md](dictionary.md). All times are UTC. Every table below belongs to tenants: row-level security shows a
                    transaction only the rows of its tenant, and none when no tenant is set.

                    ## Lake (Parquet)

                    Files lie in `lake/<tenant>/<dataset>/` below the data folder; a file counts only when table `lake_file` has a row for it.

                    %s
                    ## Tables (PostgreSQL)

                    %s"""
                        .formatted(LakeUpkeep.DATASETS.stream().map(Catalog::dataset).collect(Collectors.joining("\n")),
                                Catalog.tables()));
    }
}
