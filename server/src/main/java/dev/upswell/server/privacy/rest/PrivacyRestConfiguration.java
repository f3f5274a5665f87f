package dev.upswell.server.privacy.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints about personal data; need [dev.upswell.server.privacy.Privacy] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(PrivacyResource.class)
public class PrivacyRestConfiguration {
}
