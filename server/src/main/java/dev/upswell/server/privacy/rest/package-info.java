/// The endpoints about personal data.
@NullMarked
package dev.upswell.server.privacy.rest;

import org.jspecify.annotations.NullMarked;
