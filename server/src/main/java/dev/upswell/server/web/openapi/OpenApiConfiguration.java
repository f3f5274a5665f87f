package dev.upswell.server.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Names the interface, and makes the document tell the truth about errors: each is a problem as RFC 9457 has it.
@Configuration(proxyBeanMethods = false)
@Import(ApiPage.class)
public class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Upswell").version("1").description(
                "Readings, metrics, forecasts and how good they are. Times are ISO-8601 in UTC; what is absent is left out; lists come as items, total, limit and offset."))
                .components(new Components().addSecuritySchemes(TOKEN, new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP).scheme("bearer").description(
                                "A token that the page Access or `upswell tokens create` made; without one this machine alone is let in, while nobody has a password")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer problems() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths().values().stream().flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApiConfiguration::describeProblems);
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema().description("What went wrong, as RFC 9457 has it")
                .addProperty("title", new StringSchema().description("The kind of problem in a few words"))
                .addProperty("status", new IntegerSchema().description("The HTTP status"))
                .addProperty("detail", new StringSchema().description("What is wrong and what to do, for people"))
                .addProperty("instance", new StringSchema().format("uri-reference").description("What was asked for"))
                .addProperty("problems", new ArraySchema().items(new StringSchema())
                        .description("Each thing that is wrong, when there are several"));
    }

    private static void describeProblems(Operation operation) {
        ApiResponses responses = operation.getResponses();
        addMissing(responses, "400", "A parameter is not understood; every one that is wrong is named");
        if (operation.getRequestBody() != null) {
            addMissing(responses, "413", "The body or the file is longer than is taken here");
        }
        addMissing(responses, "401", "There is no sign-in and no token, or the token is not good");
        addMissing(responses, "403", "The token has not the scope that is asked for");
        addMissing(responses, "500", "Something failed that nobody foresaw; the log has it under the number given");
        addMissing(responses, "503", "The store is away; try again after the seconds in Retry-After");
        responses.forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            }
        });
    }

    private static void addMissing(ApiResponses responses, String status, String description) {
        if (!responses.containsKey(status)) {
            responses.addApiResponse(status, new ApiResponse().description(description));
        }
    }
}
