package dev.upswell.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

    @ParameterizedTest
    @CsvSource({"1, tasks, task", "2, tasks, tasks", "0, tasks, tasks", "1, entities, entity", "1, batches, batch",
            "1, boxes, box", "1, videos, video", "1, refused, refused", "1, sent, sent", "21, rows, rows"})
    void ofOneTheSingularIsSaid(long count, String plural, String said) {
        assertThat(Counted.named(count, plural)).isEqualTo(said);
    }
}
