package fr.parchemin.acces;

import java.util.Set;

/** Port: what the operator decided about second factors. */
public interface RolesAProteger {

    /** The roles whose accounts must have a second factor; none in the demo. */
    Set<Role> roles();
}
