package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.GeneratedDocument;
import dev.upswell.server.privacy.DataMap;
import dev.upswell.server.privacy.Holding;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps the map of personal data true: a table or a dataset without an entry fails here.
class DataMapTest {

    private static List<String> names(Holding.Place place) {
        return DataMap.all().stream().filter(one -> one.place() == place).map(Holding::name).toList();
    }

    @Test
    void everyTableStandsOnTheMap() {
        assertThat(names(Holding.Place.TABLE)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                TestDatabase.asOwner(db -> db.sql("select tablename from pg_tables where schemaname = 'public'")
                        .query(String.class).list()));
    }

    @Test
    void everyDatasetOfTheLakeStandsOnTheMap() {
        assertThat(names(Holding.Place.DATASET)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                LakeUpkeep.DATASETS.stream().map(Dataset::name).toList());
    }

    @Test
    void whateverHoldsSomethingOfCreatorsSaysWhatAnErasureDoesToIt() {
        assertThat(DataMap.all()).filteredOn(one -> one.whose().contains(Holding.Whose.CREATOR))
                .filteredOn(one -> one.erasure().isEmpty()).extracting(Holding::name)
                .as("hashes, and a model of words that the search looks into")
                .containsExactlyInAnyOrder("suppressed", "text_version");
    }

    @Test
    void theGeneratedMapIsFresh() {
        GeneratedDocument.at("docs/data-map.md").mustEqual(
                """
                    # Where personal data lie

                    Generated from the map that the program works by; do not edit by hand. Columns are explained in
                    [data-dictionary.md](data-dictionary.md), times in [compliance.md](compliance.md), deeds in [privacy.md](privacy.md).

                    | where | name | whose | what | kept | an erasure of a creator |
                    |---|---|---|---|---|---|
                    %s
                    """.formatted(
                        DataMap.all().stream().map(DataMapTest::row).collect(Collectors.joining("\n"))));
    }

    private static String row(Holding one) {
        String whose = one.whose().stream().map(Holding.Whose::label).sorted().collect(Collectors.joining(", "));
        return "| %s | `%s` | %s | %s | %s | %s |".formatted(one.place().label(), one.name(),
                whose.isEmpty() ? "nobody's" : whose, one.content().label(), one.keeping().label(),
                one.erasure().isEmpty() ? "–" : one.erasure());
    }
}
