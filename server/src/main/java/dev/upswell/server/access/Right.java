package dev.upswell.server.access;

import java.util.Set;

/// What it takes to do something.
///
/// @param scope what a token needs
/// @param roles which people may; owners always do
public record Right(Scope scope, Set<Role> roles) {

    public Right {
        roles = Set.copyOf(roles);
    }
}
