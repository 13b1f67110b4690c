//! The document itself, and the page that shows it.

use ::specwright_runtime::{Document, Page, Representation};

/// What is served of the document.
pub(super) static DOCUMENT: Document = Document {
    // each may be None: left out by the user
    page: Some(Page {
        path: "/docs",
        html: include_str!("docs.html"),
        content_security_policy: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    }),
    // as authored, byte for byte
    yaml: Some(Representation {
        path: "/openapi.yaml",
        media_type: "application/yaml",
        bytes: include_bytes!("../spec/spec.yaml"),
    }),
    json: Some(Representation {
        path: "/openapi.json",
        media_type: "application/json",
        bytes: JSON.as_bytes(),
    }),
};

/// The document as JSON, in the order of the document.
const JSON: &str = r##"{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "1.0.0"
  },
  "paths": {
    "/items/": {
      "get": {
        "operationId": "readItems",
        "summary": "Read Items",
        "security": [
          {
            "OAuth2PasswordBearer": []
          }
        ],
        "responses": {
          "200": {
            "description": "The caller is authenticated.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Items"
                }
              }
            }
          }
        }
      }
    },
    "/orders": {
      "post": {
        "operationId": "createOrder",
        "tags": [
          "orders"
        ],
        "summary": "Order something",
        "security": [
          {
            "OAuth2PasswordBearer": [
              "orders:write"
            ],
            "PartnerKey": []
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewOrder"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Ordered.",
            "headers": {
              "Location": {
                "description": "Where the order is.",
                "required": true,
                "schema": {
                  "type": "string"
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Order"
                }
              }
            }
          }
        }
      }
    },
    "/orders/{orderId}": {
      "get": {
        "operationId": "readOrder",
        "tags": [
          "orders"
        ],
        "summary": "Read an order",
        "security": [
          {
            "OAuth2PasswordBearer": [
              "orders:read"
            ]
          },
          {
            "PartnerKey": []
          },
          {}
        ],
        "parameters": [
          {
            "name": "orderId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "format": "int64"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The order.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Order"
                }
              }
            }
          },
          "404": {
            "description": "There is no such order.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Problem"
                }
              }
            }
          }
        }
      }
    }
  },
  "components": {
    "schemas": {
      "Items": {
        "description": "What an authenticated caller sees.",
        "type": "object",
        "required": [
          "token"
        ],
        "properties": {
          "token": {
            "type": "string",
            "description": "The token, exactly as it was sent."
          }
        }
      },
      "NewOrder": {
        "description": "What a customer asks for.",
        "type": "object",
        "required": [
          "item",
          "count"
        ],
        "additionalProperties": false,
        "properties": {
          "item": {
            "type": "string",
            "minLength": 1,
            "maxLength": 50
          },
          "count": {
            "type": "integer",
            "format": "int64",
            "minimum": 1,
            "maximum": 100
          }
        }
      },
      "Order": {
        "description": "What a customer has asked for.",
        "type": "object",
        "required": [
          "id",
          "item"
        ],
        "properties": {
          "id": {
            "type": "integer",
            "format": "int64"
          },
          "item": {
            "type": "string"
          },
          "note": {
            "type": "string"
          }
        }
      },
      "Problem": {
        "description": "Why a request was not served.",
        "type": "object",
        "required": [
          "detail"
        ],
        "properties": {
          "detail": {
            "type": "string"
          }
        }
      }
    },
    "securitySchemes": {
      "OAuth2PasswordBearer": {
        "type": "oauth2",
        "flows": {
          "password": {
            "tokenUrl": "token",
            "scopes": {
              "orders:read": "Read orders",
              "orders:write": "Make orders"
            }
          }
        }
      },
      "PartnerKey": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Partner-Key"
      }
    }
  }
}"##;
