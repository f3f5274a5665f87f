package dev.upswell.server.vault.rest;

import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.vault.VaultProblem;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Keys of providers: they can be set and removed, and are never told.
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Keys", description = "Keys of providers, kept encrypted; they can be set and removed, and are never told")
class KeysResource {

    private final ProviderKeys keys;

    KeysResource(ProviderKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(operationId = "keys", summary = "All keys that there can be, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<KeyAnswer> keys(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(VaultProblem.translated(keys::list).stream().map(KeyAnswer::of).toList(), paging);
    }

    @PutMapping(path = "/{name}", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "setKey", summary = "Keeps the key in the body, encrypted, in place of an earlier one")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no key of this name")
    KeyAnswer set(@PathVariable String name, @RequestBody String value, @Parameter(hidden = true) Query query) {
        query.done();
        return VaultProblem.translated(() -> KeyAnswer.of(keys.set(name, value)));
    }

    @PostMapping("/{name}/remove")
    @Operation(operationId = "removeKey", summary = "Forgets the key in the vault")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "The vault has no key of this name")
    KeyAnswer remove(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return VaultProblem.translated(() -> KeyAnswer.of(keys.remove(name)));
    }
}
