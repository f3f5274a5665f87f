package dev.upswell.server.collect.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RowMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldTargetsTest {

    @Test
    void everyMeaningHasWordsForPeople() throws IOException {
        Properties messages = new Properties();
        try (InputStream in = FieldTargetsTest.class.getResourceAsStream("/messages.properties")) {
            messages.load(in);
        }
        for (FileFormat format : FileFormat.values()) {
            assertThat(messages).containsKeys("format." + format.label());
            FieldTargets.of(format).values()
                    .forEach(target -> assertThat(messages).containsKey("field." + target));
        }
    }

    @Test
    void columnsWithAMeaningAreColumnsThatTheMapperReads() {
        for (RowMapper mapper : Mappers.all()) {
            if (mapper instanceof CsvMapper csv && mapper.format() != FileFormat.APIFY_ITEMS_CSV) {
                Set<String> read = new HashSet<>(csv.requiredColumns());
                read.addAll(csv.optionalColumns());
                assertThat(read).containsAll(FieldTargets.of(mapper.format()).keySet());
            }
        }
    }

    @Test
    void flattenedColumnsAreFoundInBothDialects() {
        assertThat(FieldTargets.of(FileFormat.APIFY_ITEMS_CSV))
                .containsEntry(FieldTargets.key("authorMeta/fans"), "followers")
                .containsEntry(FieldTargets.key("authorMeta.fans"), "followers")
                .containsEntry(FieldTargets.key("hashtags/3/name"), "hashtag");
    }
}
