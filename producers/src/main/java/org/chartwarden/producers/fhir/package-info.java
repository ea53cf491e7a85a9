/**
 * FHIR R4 JSON: documents are cut into resources, checked strictly, and mapped to the records of the contract.
 */
package org.chartwarden.producers.fhir;
