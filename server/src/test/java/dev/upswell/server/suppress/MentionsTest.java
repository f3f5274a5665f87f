package dev.upswell.server.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TestDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void aNameIsFoundWhereverItStandsAndNotWithinAnother() {
        Set<String> ani = Set.of("ani.cooks");

        assertThat(Mentions.any("by Ani.Cooks.", ani)).isTrue();
        assertThat(Mentions.any("https://www.tiktok.com/@ani.cooks/video/1", Set.of("@ani.cooks"))).isTrue();
        assertThat(Mentions.any("{\"text\":\"line\\nani.cooks\"}", ani)).isTrue();
        assertThat(Mentions.any("{\"creator\": \"ani.cooks\"}", Set.of("@ani.cooks"))).isTrue();
        assertThat(Mentions.any("{\"body\":\"{\\\"author\\\":\\\"ani.cooks\\\"}\"}", Set.of("@ani.cooks"))).isTrue();
        assertThat(Mentions.any("subject creator:ani.cooks", Set.of("@ani.cooks"))).isTrue();
        assertThat(Mentions.any("ani.cooks2 and my.ani.cooks and ani.cook", ani)).isFalse();
        assertThat(Mentions.any("#ani.cooks", ani)).as("a hashtag is not a person").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain words", "By @Ani.Cooks... #food!", "a. .b ..c.. d.",
            "{\"creator\": \"x_1\", \"n\": [1, 2]}",
            "{\"a\":\"\\\\n\\\\u00e9ani\"}", "{\"b\":\"{\\\"unique_id\\\":\\\"q\\\"}\"}", "héllo @名 ani.cooks，bo",
            "x@y.z", "creator:@me",
            "a\tb\nc", "C:\\\\temp\\\\new", "...", "@", "# #", "a.b.c", ".a. .b."})
    void postgresDuckDbAndJavaReadTheSameWords(String said) throws SQLException {
        List<String> java = Mentions.of(said);
        String postgres = TestDatabase.asOwner(db -> db.sql("select array_to_string(mentioned(?), ' ')").param(said)
                .query(String.class).single());
        assertThat(postgres).isEqualTo(String.join(" ", java));
        try (LakeSession lake = TestDatabase.shared().lake().open(TestDatabase.newTenant())) {
            lake.execute(Mentions.MACRO);
            try (PreparedStatement ask = lake.connection()
                    .prepareStatement("SELECT list_aggregate(mentioned(?), 'string_agg', ' ')")) {
                ask.setString(1, said);
                try (ResultSet row = ask.executeQuery()) {
                    row.next();
                    assertThat(String.valueOf(row.getString(1))).isEqualTo(String.join(" ", java));
                }
            }
        }
    }

    @Test
    void namesAreTakenOutOfATextAndTheRestStays() {
        assertThat(Mentions.without("Duet with @Ani.Cooks, so good! #ani", Set.of("ani.cooks", "@ani.cooks")))
                .isEqualTo("Duet with [erased], so good! #ani");
        assertThat(Mentions.withoutAddressed("Hi @bo and @ani.", "ani"::equals)).isEqualTo("Hi @bo and [erased].");
    }

    @Test
    void ofADocumentTheSmallestElementOfAListGoes() {
        assertThat(JsonCut.without(
                """
                    {"data":{"list":[{"author":{"uniqueId":"ani"},"stats":{"plays":1}},{"author":{"uniqueId":"bo"},"comments":[{"by":"@ani"},{"by":"@cy"}]}],"cursor":"7"}}""",
                Set.of("@ani"))).hasValue(
                        """
                            {"data":{"list":[{"author":{"uniqueId":"bo"},"comments":[{"by":"@cy"}]}],"cursor":"7"}}""");
        assertThat(JsonCut.without("\"@ani\"", Set.of("@ani"))).isEmpty();
        assertThat(JsonCut.without("no json @ani", Set.of("@ani"))).isEmpty();
        assertThat(JsonCut.without("{\"n\":1.50,\"best\":\"@ani\"}", Set.of("@ani"))).hasValue("{\"n\":1.50}");
    }
}
