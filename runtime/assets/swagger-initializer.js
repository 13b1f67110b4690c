// Starts Swagger UI on the document that the page names. Addresses are relative to the page, so any prefix will do.
"use strict";

(() => {
  const place = document.getElementById("swagger-ui");
  const documentUrl = new URL(place.dataset.document, document.baseURI);

  // An address in the document is relative to the document. Swagger UI takes `servers` to be `/` where there are none,
  // and takes token addresses to be relative to the server, so it is shown both in full.
  const resolve = (object, names) => {
    for (const name of names) {
      if (URL.canParse(object?.[name], documentUrl)) object[name] = new URL(object[name], documentUrl).href;
    }
  };

  const locate = (json) => {
    if (!json.servers?.length) json.servers = [{ url: new URL(".", documentUrl).href }];
    for (const scheme of Object.values(json.components?.securitySchemes ?? {})) {
      resolve(scheme, ["openIdConnectUrl"]);
      for (const flow of Object.values(scheme?.flows ?? {})) {
        resolve(flow, ["authorizationUrl", "tokenUrl", "refreshUrl"]);
      }
    }
    return json;
  };

  const addresses = {
    statePlugins: {
      spec: { wrapActions: { updateJsonSpec: (update) => (json) => update(json.openapi ? locate(json) : json) } },
    },
  };

  const ui = SwaggerUIBundle({
    domNode: place,
    url: documentUrl.href,
    oauth2RedirectUrl: new URL(place.dataset.oauth2Redirect, document.baseURI).href,
    plugins: [addresses],
    deepLinking: true,
    persistAuthorization: false,
    queryConfigEnabled: false,
    validatorUrl: null,
  });

  // Every client of the authorization code has to show that it is the one that asked for it (RFC 9700, section 2.1.1).
  ui.initOAuth({ usePkceWithAuthorizationCodeGrant: true });
})();
