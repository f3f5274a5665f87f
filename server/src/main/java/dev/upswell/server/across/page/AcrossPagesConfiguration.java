package dev.upswell.server.across.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of patterns beyond one search; need [dev.upswell.server.across.ClientHashtags], [dev.upswell.server.across.Competitors],
/// [dev.upswell.server.across.Transfers] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(AcrossController.class)
public class AcrossPagesConfiguration {
}
