package dev.upswell.server.collect.rest;

import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.comply.ComplianceRefused;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.mapping.UnknownMapping;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.IOException;

/// Tells what is wrong with a mapping, its source or its file as the problem that programs read.
final class MappingProblem {

    private MappingProblem() {
    }

    /// Work with files and mappings.
    interface Work<T> {

        T done() throws IOException;
    }

    /// What this work gives.
    ///
    /// **errors** [WebProblem] in place of every refusal: 404 for a mapping that is not kept, else 422
    static <T> T translated(Work<T> work) throws IOException {
        try {
            return work.done();
        } catch (UnknownMapping e) {
            throw WebProblem.notFound(Sentence.ofRefusal(e.what(), e.advice()));
        } catch (MappingRefused e) {
            throw WebProblem.unusable(Sentence.ofRefusal(e.what(), e.advice()));
        } catch (ImportRefused e) {
            throw WebProblem.unusable(Sentence.ofRefusal(e.what(), e.advice()));
        } catch (ComplianceRefused e) {
            throw WebProblem.unusable(Sentence.ofRefusal(e.what(), e.advice()));
        }
    }
}
