package dev.upswell.server.scorecard.rest;

import dev.upswell.server.scorecard.ScorecardFile;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The body of a request with many rows, within bounds.
final class BatchText {

    static final int LARGEST = 10_000_000;
    static final int MOST_ROWS = 20_000;

    private BatchText() {
    }

    /// The rows of a body.
    ///
    /// **errors** [WebProblem] when it is too long or no UTF-8
    static List<ScorecardFile.Row> rows(InputStream body) {
        List<ScorecardFile.Row> rows = ScorecardFile.of(text(body));
        if (rows.size() > MOST_ROWS) {
            throw WebProblem.unusable(Sentence.of("problem.scorecard.rows", rows.size(), MOST_ROWS));
        }
        return rows;
    }

    /// The text of a body.
    ///
    /// **errors** [WebProblem] when it is too long or no UTF-8
    static String text(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw WebProblem.unusable(Sentence.of("problem.scorecard.large", LARGEST / 1_000_000));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw WebProblem.unusable(Sentence.of("problem.scorecard.utf8"));
        } catch (IOException e) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.scorecard.broken")));
        }
    }
}
