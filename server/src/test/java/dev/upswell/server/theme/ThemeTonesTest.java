package dev.upswell.server.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.language.Sentiment;
import dev.upswell.server.theme.ThemeTones.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeTonesTest {

    private static final Sentiment PRAISE = new Sentiment(1, List.of(new Sentiment.Sign("good", 0, 4, 1)));
    private static final Sentiment COMPLAINT = new Sentiment(-1, List.of(new Sentiment.Sign("bad", 0, 3, -1)));

    @Test
    void creatorsWhoSpeakAsOftenAreAVoiceEach() {
        List<Told> told = new ArrayList<>();
        for (int creator = 0; creator < 5; creator++) {
            told.addAll(Collections.nCopies(3, new Told("creator " + creator, PRAISE)));
        }

        assertThat(ThemeTones.of(told)).isEqualTo(new ThemeTones(15, 0, 0, 5));
        assertThat(ThemeTones.of(List.of())).isEqualTo(new ThemeTones(0, 0, 0, 0));
    }

    /// Of (20 + 4)² / (20² + 4) = 1.4 voices one is left.
    @Test
    void oneLoudCreatorMakesTheIntervalWide() {
        List<Told> told = new ArrayList<>(Collections.nCopies(20, new Told("loud", PRAISE)));
        for (int creator = 0; creator < 4; creator++) {
            told.add(new Told("creator " + creator, COMPLAINT));
        }

        ThemeTones tones = ThemeTones.of(told);

        assertThat(tones).isEqualTo(new ThemeTones(20, 0, 4, 1));
        assertThat(tones.praising()).hasValueSatisfying(share -> assertThat(share.low()).isLessThan(0.2));
    }
}
