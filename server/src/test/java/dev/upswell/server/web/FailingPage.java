package dev.upswell.server.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Fails as a bug would, to see that its insides stay inside.
@Controller
class FailingPage {

    @GetMapping({"/fails", "/api/v1/fails"})
    String fails() {
        throw new IllegalStateException("secret (/var/lib/upswell) must not be shown");
    }
}
