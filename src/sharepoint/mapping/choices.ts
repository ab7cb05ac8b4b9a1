/** The closed sets are the domain's: imports read the same words. */
export * from '../../domain/choices';
