package dev.upswell.server.web;

import dev.upswell.server.store.StoreException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Fails as a bug would, to see that its insides stay inside.
@Controller
class FailingPage {

    @GetMapping({"/fails", "/api/v1/fails"})
    String fails() {
        throw new IllegalStateException("secret (/var/lib/upswell) must not be shown");
    }

    @GetMapping({"/away", "/api/v1/away"})
    String away() {
        throw StoreException.retryable("transaction failed", "/var/lib/upswell", "Try again.", null);
    }

    @GetMapping("/api/v1/broken")
    String broken() {
        throw StoreException.permanent("transaction failed", "/var/lib/upswell", "Mend the disk.", null);
    }
}
