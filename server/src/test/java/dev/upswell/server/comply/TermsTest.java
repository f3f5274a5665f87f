package dev.upswell.server.comply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

    private final Terms terms = new Terms(Policies.KNOWN, Map.of());

    @Test
    void whatNoPolicyNamesIsDenied() {
        assertThat(terms.fetch("some-scraper", "hashtag")).isInstanceOf(Verdict.Denied.class);
        assertThat(terms.store("some-scraper")).isEqualTo(new Verdict.Denied("unlisted",
                "The source some-scraper is in no terms policy, so it is denied.",
                "If its terms allow the use, say so: upswell compliance allow some-scraper --reason WHY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ensembledata", "tiktok-research", "apify", "api23", "tiktok-display", "tiktok-business",
            "tiktok-adlib", "tiktok-shop", "creator-center", "sim-ensembledata", "discover:www",
            "creative-center:posts",
            "tiktok-web", "hashtag-views"})
    void knownSourcesMayBeStored(String source) {
        assertThat(terms.store(source)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void everyFileFormatHasAPolicy() {
        for (FileFormat format : FileFormat.detected()) {
            assertThat(terms.store(format.label())).as(format.label()).isInstanceOf(Verdict.Allowed.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"ensembledata, hashtag, true", "tiktok-research, video, true", "tiktok-web, hashtag, false",
            "discover:www, hashtag, false", "creator-center, own, true", "creator-center, creator, false"})
    void onlyWhatAPolicyNamesMayBeFetched(String source, String matter, boolean allowed) {
        assertThat(terms.fetch(source, matter) instanceof Verdict.Allowed).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"discover:", "xdiscover:www", "ensembledata2", "sim-", ""})
    void aNameThatOnlyLooksAlikeIsDenied(String source) {
        assertThat(terms.store(source)).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void theTenantsOwnRuleGoesBeforeThePolicies() {
        Terms own = new Terms(Policies.KNOWN, Map.of("my-shop", rule("my-shop", true), "apify", rule("apify", false)));

        assertThat(own.store("my-shop")).isEqualTo(new Verdict.Allowed("tenant rule", "asked the owner"));
        assertThat(own.fetch("apify", "hashtag")).isInstanceOf(Verdict.Denied.class);
        assertThat(own.store("my-shop-2")).isInstanceOf(Verdict.Denied.class);
    }

    private static SourceRule rule(String source, boolean allowed) {
        return new SourceRule(source, allowed, "asked the owner", "hand", Instant.parse("2026-02-01T09:00:00Z"));
    }
}
