// Starts Swagger UI on the document that the page names.
"use strict";

(() => {
  const place = document.getElementById("swagger-ui");
  const url = new URL(place.dataset.document, document.baseURI).href;
  const oauth2RedirectUrl = new URL(place.dataset.oauth2Redirect, document.baseURI).href;

  SwaggerUIBundle({
    domNode: place,
    url,
    oauth2RedirectUrl,
    deepLinking: true,
    persistAuthorization: false,
    queryConfigEnabled: false,
    validatorUrl: null,
  });
})();
