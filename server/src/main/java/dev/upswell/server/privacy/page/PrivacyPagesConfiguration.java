package dev.upswell.server.privacy.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page about personal data; needs [dev.upswell.server.privacy.Privacy] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(PrivacyController.class)
public class PrivacyPagesConfiguration {
}
