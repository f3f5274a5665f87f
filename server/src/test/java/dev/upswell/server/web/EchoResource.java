package dev.upswell.server.web;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Tells how long what it was sent is, to see how much of it is read.
@RestController
class EchoResource {

    @PutMapping(path = "/api/v1/text", consumes = "text/plain")
    Map<String, Integer> text(@RequestBody String body) {
        return Map.of("length", body.length());
    }

    @PostMapping(path = "/api/v1/document", consumes = "application/json")
    Map<String, Integer> document(@RequestBody Named body) {
        return Map.of("length", body.inner().name().length());
    }

    record Named(Inner inner) {

        record Inner(String name) {
        }
    }
}
