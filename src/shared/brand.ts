declare const brand: unique symbol;

/** A value of type T that only its own constructor can make, so a client id is never passed where a quote id is due. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
